package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gains and losses of one tax year: the result of {@code tax.realized_gains}. */
@Describe("Gains and losses of one tax year, lot by lot, in the portfolio's base currency at the rates of their dates.")
public record RealizedGains(
        UUID portfolioId,
        int taxYear,
        LocalDate from,
        LocalDate to,
        String lotMethod,
        String baseCurrency,
        List<Gain> gains,
        @Describe("Sum of the gains.") Figure<BigDecimal> totalGains,
        @Describe("Sum of the losses, 0 or less.") Figure<BigDecimal> totalLosses,
        Figure<BigDecimal> netGain,

        @Describe("Of units held no longer than the holding period.")
        Figure<BigDecimal> shortTermGain,

        @Describe("Of units held longer than the holding period.")
        Figure<BigDecimal> longTermGain,

        int count) {

    /** The part of a sale that came from one lot. */
    @Describe("The part of a sale that came from one lot.")
    public record Gain(
            UUID transactionId,
            UUID securityId,
            String symbol,
            @Describe("Opening transaction and ordinal.") String lotId,
            LocalDate acquired,
            LocalDate sold,
            long holdingDays,

            @Describe("short or long; null if no holding period was given.")
            Optional<String> term,

            @Describe("Units sold; 0 if cash came for the cost of units that stay.")
            BigDecimal quantity,

            @Describe("After costs; negative if it is what covering a short sale cost.")
            Figure<BigDecimal> proceeds,

            @Describe("Costs included; negative if it is what a short sale brought.")
            Figure<BigDecimal> costBasis,

            Figure<BigDecimal> gain) {}
}
