package io.dawsos.application.corporateaction;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The results of the calendars: one record for each kind of event. */
final class EventCalendars {

    private EventCalendars() {}

    /** Dividends by ex-date. */
    public record Dividends(
            @Describe("Ordered by ex-date and symbol.") List<DividendRow> dividends,
            int count,
            LocalDate fromDate,
            LocalDate toDate) {}

    /** One announced dividend. */
    public record DividendRow(
            UUID securityId,
            String symbol,

            @Describe("Who holds a unit before this date gets the dividend.")
            LocalDate exDate,

            Optional<LocalDate> paymentDate,
            Optional<LocalDate> recordDate,
            Optional<LocalDate> declarationDate,

            @Describe("For one unit, before taxes, in the currency.")
            BigDecimal amount,

            String currency,
            @Describe("Such as special; mostly null.") Optional<String> label) {}

    /** Splits by ex-date. */
    public record Splits(
            @Describe("Ordered by ex-date and symbol.") List<SplitRow> splits,
            int count,
            LocalDate fromDate,
            LocalDate toDate) {}

    /** One announced split. */
    public record SplitRow(
            UUID securityId,
            String symbol,
            @Describe("Units are new from this date on.") LocalDate date,
            @Describe("New for old, such as 2:1.") String ratio,
            @Describe("New units.") BigDecimal numerator,
            @Describe("Old units that they replace.") BigDecimal denominator) {}

    /** Publications of results by date. */
    public record Earnings(
            @Describe("Ordered by date and symbol.") List<EarningsRow> earnings,
            int count,
            LocalDate fromDate,
            LocalDate toDate) {}

    /** One publication of results; amounts in the currency that the company reports in. */
    public record EarningsRow(
            UUID securityId,
            String symbol,
            LocalDate date,

            @Describe("Earnings of a share; null before they are published.")
            Optional<BigDecimal> eps,

            Optional<BigDecimal> epsEstimated,
            Optional<BigDecimal> revenue,
            Optional<BigDecimal> revenueEstimated,
            @Describe("Time of day in words.") Optional<String> time) {}
}
