package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.util.List;

/** How a set of positions divides over sectors: the result of {@code portfolio.sector_allocation}. */
@Describe("How a set of positions divides over sectors.")
public record SectorAllocation(
        List<Sector> sectors,
        int totalSectors,

        @Describe("Value of all positions, in base currency.")
        Figure<BigDecimal> totalValue) {

    /** One sector. */
    @Describe("One sector.")
    public record Sector(
            @Describe("Name of the sector; \"Unclassified\" for securities without one.")
            String sector,

            @Describe("In base currency.") Figure<BigDecimal> value,

            @Describe("Fraction of all positions, cash left out; the weights sum to 1.")
            Figure<BigDecimal> weight,

            int positions) {}
}
