package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What realizing losses would save: the result of {@code tax.calculate_benefit}. */
@Describe(
        "What realizing losses would save at the given rate, in base currency, if there are gains to set them against.")
public record TaxBenefits(BigDecimal taxRate, List<Benefit> benefits, BigDecimal totalBenefit) {

    /** The saving of one position. */
    @Describe("The saving of one position.")
    public record Benefit(
            UUID securityId,
            String symbol,
            @Describe("0 or more.") BigDecimal loss,

            @Describe("The part that a purchase would defer.")
            BigDecimal disallowedLoss,

            @Describe("Loss minus the deferred part.") BigDecimal usableLoss,
            @Describe("Usable loss times the rate.") BigDecimal taxBenefit) {}
}
