package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All disposals with the lots that they used up: the result of {@code tax.closed_lots}. */
@Describe(
        "All disposals, oldest first, with the lots that they used up, in the portfolio's base currency at the rates of their dates.")
public record ClosedLots(
        UUID portfolioId,
        LocalDate asOf,
        String lotMethod,
        String baseCurrency,
        List<Closing> disposals,
        int count,
        Figure<BigDecimal> totalGain) {

    /** One disposal. */
    @Describe("One disposal; its lots sum to it.")
    public record Closing(
            UUID transactionId,
            UUID securityId,
            String symbol,
            LocalDate date,

            @Describe("Units closed, as they were on the date.")
            BigDecimal quantity,

            Figure<BigDecimal> proceeds,
            Figure<BigDecimal> costBasis,
            Figure<BigDecimal> gain,

            @Describe("The lots used up, in the order of use.")
            List<RealizedGains.Gain> lots) {}
}
