package io.dawsos.application.risk;

import io.dawsos.domain.capability.Describe;
import java.time.LocalDate;
import java.util.List;

/** A portfolio's excess over a benchmark by decision: the result of {@code attribution.brinson}. */
@Describe("The excess of a portfolio's return over a benchmark's, by segment and decision. All are fractions.")
public record BrinsonResult(
        @Describe("Symbols with weights.") String benchmark,
        @Describe("What segments are: sector or currency.") String groupBy,
        @Describe("First day that counts.") LocalDate startDate,
        LocalDate endDate,

        @Describe("Days, each split on its own and then linked.")
        int days,

        @Describe("Of the portfolio, compounded.") double portfolioReturn,
        @Describe("Of the benchmark, compounded.") double benchmarkReturn,
        @Describe("The first less the second.") double excessReturn,
        double allocation,
        double selection,
        double interaction,
        @Describe("Excess less the three.") double residual,
        @Describe("The greatest effect first.") List<SegmentEffects> segments,
        String method) {

    /** One segment. */
    public record SegmentEffects(
            String name,

            @Describe("Mean over the days, of the portfolio.")
            double portfolioWeight,

            @Describe("Of the benchmark.") double benchmarkWeight,
            double allocation,
            double selection,
            double interaction,
            double total) {}
}
