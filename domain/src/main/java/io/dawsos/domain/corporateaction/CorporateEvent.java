package io.dawsos.domain.corporateaction;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Something that a company announced for a date. */
public sealed interface CorporateEvent {

    /** The security that it is about. */
    SecurityId security();

    /** The date that it is for: the ex-date of dividends and splits, the date of publication of results. */
    LocalDate date();

    /** What tells two events of one kind, security and date apart, such as {@code special}; mostly empty. */
    String label();

    /**
     * A dividend in cash. Who holds a unit before the ex-date gets it.
     *
     * @param amount for one unit, before taxes, in the currency; greater than 0
     * @param recorded the date on which holders are written down
     * @param paid the date on which it is paid
     * @param declared the date on which it was announced
     */
    record Dividend(
            SecurityId security,
            LocalDate date,
            String label,
            BigDecimal amount,
            CurrencyCode currency,
            Optional<LocalDate> recorded,
            Optional<LocalDate> paid,
            Optional<LocalDate> declared)
            implements CorporateEvent {}

    /**
     * A split: so many new units for so many old ones from the ex-date on.
     *
     * @param newUnits greater than 0
     * @param oldUnits greater than 0
     */
    record Split(SecurityId security, LocalDate date, String label, BigDecimal newUnits, BigDecimal oldUnits)
            implements CorporateEvent {}

    /**
     * The publication of a company's results. Amounts are in the currency that the company reports in.
     *
     * @param perShare earnings of a share; empty before they are published
     * @param perShareEstimate what was expected of them
     * @param revenue empty before it is published
     * @param revenueEstimate what was expected of it
     * @param time the time of day in words, such as {@code before market}
     */
    record Earnings(
            SecurityId security,
            LocalDate date,
            String label,
            Optional<BigDecimal> perShare,
            Optional<BigDecimal> perShareEstimate,
            Optional<BigDecimal> revenue,
            Optional<BigDecimal> revenueEstimate,
            Optional<String> time)
            implements CorporateEvent {}
}
