package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Positions that are below their cost: the result of {@code tax.identify_losses}. */
@Describe("Positions that are below their cost by the threshold or more, the largest loss first, in base currency.")
public record LossPositions(
        UUID portfolioId,
        String baseCurrency,
        List<LossPosition> positions,
        int count,
        @Describe("Sum of the losses, 0 or less.") BigDecimal totalLoss,

        @Describe("Symbols whose gain or loss is not known.")
        List<String> unknown) {

    /** One position below its cost. */
    @Describe("One position below its cost.")
    public record LossPosition(
            UUID securityId,
            String symbol,
            BigDecimal quantity,
            BigDecimal costBasis,
            BigDecimal marketValue,
            @Describe("Less than 0.") BigDecimal unrealizedLoss,

            @Describe("The loss as a fraction of the cost, less than 0; null if the cost is 0.")
            java.util.Optional<BigDecimal> lossPct) {}
}
