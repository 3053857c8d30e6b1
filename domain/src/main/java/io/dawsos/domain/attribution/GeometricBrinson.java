package io.dawsos.domain.attribution;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The geometric excess of a portfolio's return over its benchmark's, {@code (1 + r) / (1 + b) - 1}, by segment and decision (Bacon,
 * Practical Portfolio Performance Measurement and Attribution, 2008, chapter 5). The excess is
 * {@code (1 + allocation)(1 + selection) - 1}, and both compound over periods without a rest.
 *
 * @param bySegment allocation and selection of each segment; their sums are the totals
 * @param allocation of all segments
 * @param selection of all segments
 * @param portfolio the portfolio's return
 * @param benchmark the benchmark's
 */
public record GeometricBrinson(
        Map<String, BrinsonEffects> bySegment,
        double allocation,
        double selection,
        double portfolio,
        double benchmark) {

    private static final Unavailable LOST = new Unavailable(
            "everything_lost",
            "the benchmark, or the portfolio at the benchmark's returns, lost everything, so that nothing can be compared with it",
            "ask for a window without that period");

    public GeometricBrinson {
        bySegment = Collections.unmodifiableMap(new LinkedHashMap<>(bySegment));
    }

    /** Splits one period. */
    public static Figure<GeometricBrinson> of(List<BrinsonSegment> segments) {
        double portfolio = 0;
        double benchmark = 0;
        double notional = 0;
        for (BrinsonSegment segment : segments) {
            portfolio += segment.portfolioWeight() * segment.portfolioReturn();
            benchmark += segment.benchmarkWeight() * segment.benchmarkReturn();
            notional += segment.portfolioWeight() * segment.benchmarkReturn();
        }
        if (benchmark <= -1 || notional <= -1) {
            return Figure.missing(LOST);
        }
        Map<String, BrinsonEffects> bySegment = new LinkedHashMap<>();
        double allocation = 0;
        double selection = 0;
        for (BrinsonSegment segment : segments) {
            double allocated = (segment.portfolioWeight() - segment.benchmarkWeight())
                    * ((1 + segment.benchmarkReturn()) / (1 + benchmark) - 1);
            double selected = segment.portfolioWeight()
                    * (segment.portfolioReturn() - segment.benchmarkReturn())
                    / (1 + notional);
            bySegment.put(segment.name(), new BrinsonEffects(allocated, selected, 0));
            allocation += allocated;
            selection += selected;
        }
        return Figure.known(new GeometricBrinson(bySegment, allocation, selection, portfolio, benchmark));
    }

    /** The excess: portfolio growth over benchmark growth, less 1. */
    public double excess() {
        return (1 + portfolio) / (1 + benchmark) - 1;
    }

    /** The excess less what allocation and selection make together; 0 but for rounding, if both sides' weights sum to the same. */
    public double residual() {
        return excess() - ((1 + allocation) * (1 + selection) - 1);
    }

    /** Compounds periods; segments have no figures over several periods, because effects of segments add up and don't compound. */
    public static GeometricBrinson compounded(List<GeometricBrinson> periods) {
        double allocation = 1;
        double selection = 1;
        double portfolio = 1;
        double benchmark = 1;
        for (GeometricBrinson period : periods) {
            allocation *= 1 + period.allocation;
            selection *= 1 + period.selection;
            portfolio *= 1 + period.portfolio;
            benchmark *= 1 + period.benchmark;
        }
        return new GeometricBrinson(Map.of(), allocation - 1, selection - 1, portfolio - 1, benchmark - 1);
    }

    /**
     * The arithmetic excess over several periods by compounded notional funds (Davies and Laker, Multiple-period performance
     * attribution using the Brinson model, 2001): the benchmark at the portfolio's weights for allocation, and at its returns for
     * selection; interaction is the rest.
     */
    public static BrinsonEffects ofNotionalFunds(List<List<BrinsonSegment>> periods) {
        double own = 1;
        double other = 1;
        double allocated = 1;
        double selected = 1;
        for (List<BrinsonSegment> period : periods) {
            double[] sums = new double[4];
            for (BrinsonSegment segment : period) {
                sums[0] += segment.portfolioWeight() * segment.portfolioReturn();
                sums[1] += segment.benchmarkWeight() * segment.benchmarkReturn();
                sums[2] += segment.portfolioWeight() * segment.benchmarkReturn();
                sums[3] += segment.benchmarkWeight() * segment.portfolioReturn();
            }
            own *= 1 + sums[0];
            other *= 1 + sums[1];
            allocated *= 1 + sums[2];
            selected *= 1 + sums[3];
        }
        return new BrinsonEffects(allocated - other, selected - other, own - selected - allocated + other);
    }
}
