package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Losses in the order of what they would save: the result of {@code tax.rank_opportunities}. */
@Describe("Losses in the order of what they would save; positions whose loss would be deferred whole come last.")
public record HarvestOpportunities(List<Opportunity> opportunities, int count, BigDecimal totalBenefit) {

    /** One position worth a look. */
    @Describe("One position worth a look.")
    public record Opportunity(
            int rank,
            UUID securityId,
            String symbol,
            BigDecimal quantity,
            BigDecimal unrealizedLoss,
            BigDecimal usableLoss,
            BigDecimal taxBenefit,

            @Describe("Tax benefit as a fraction of the market value that would be sold; null if that is 0.")
            java.util.Optional<BigDecimal> benefitPerValue,

            @Describe("Whether a purchase would defer part of the loss.")
            boolean washSaleRisk) {}
}
