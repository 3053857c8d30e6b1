package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open lots with what selling them would mean: the result of {@code tax.lot_details}. */
@Describe("Open lots with what selling them would mean, in the portfolio's base currency.")
public record LotDetails(
        UUID portfolioId,
        LocalDate asOf,
        String lotMethod,
        String baseCurrency,
        List<TaxLot> lots,
        int count,
        Figure<BigDecimal> totalCostBasis,
        Figure<BigDecimal> totalMarketValue,
        Figure<BigDecimal> totalUnrealizedGain,

        @Describe("What each method would have made of the same trades.")
        List<MethodTotals> methods) {

    /** One open lot. */
    @Describe("One open lot.")
    public record TaxLot(
            @Describe("Opening transaction and ordinal, as a sale may name it.")
            String lotId,

            UUID securityId,
            String symbol,
            LocalDate acquired,
            long holdingDays,

            @Describe("short or long, if it were sold on the as-of date; null if no holding period was given.")
            Optional<String> term,

            @Describe("First date on which a sale is long-term; null if no holding period was given.")
            Optional<LocalDate> longTermFrom,

            @Describe("Negative if sold short.") BigDecimal quantity,
            Figure<BigDecimal> costBasis,
            Figure<BigDecimal> unitCost,
            Figure<BigDecimal> marketValue,
            Figure<BigDecimal> unrealizedGain) {}

    /** Realized and open gains under one method. */
    @Describe("Realized and open gains under one method; their sum is the same under all.")
    public record MethodTotals(
            String lotMethod,
            Figure<BigDecimal> realizedGain,
            Figure<BigDecimal> openCostBasis,
            Figure<BigDecimal> unrealizedGain,
            Figure<BigDecimal> total) {}
}
