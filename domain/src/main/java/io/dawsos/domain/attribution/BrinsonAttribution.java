package io.dawsos.domain.attribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The excess of a portfolio's return over its benchmark's in one period, by segment and decision.
 *
 * @param bySegment in the order of the segments
 * @param total their sum
 * @param portfolio the portfolio's return: the sum of weights times returns
 * @param benchmark the benchmark's
 * @param residual the excess less the total; not 0 only in the Brinson-Fachler model if weights don't sum to the same
 */
public record BrinsonAttribution(
        Map<String, BrinsonEffects> bySegment,
        BrinsonEffects total,
        double portfolio,
        double benchmark,
        double residual) {

    /** How a weight other than the benchmark's is valued. */
    public enum Model {
        /** By the segment's benchmark return (Brinson, Hood and Beebower, Determinants of Portfolio Performance, 1986). */
        BRINSON_HOOD_BEEBOWER,
        /**
         * By the segment's benchmark return above the benchmark's (Brinson and Fachler, Measuring Non-US Equity Portfolio
         * Performance, 1985).
         */
        BRINSON_FACHLER
    }

    public BrinsonAttribution {
        bySegment = Collections.unmodifiableMap(new LinkedHashMap<>(bySegment));
    }

    /**
     * Splits one period: selection is {@code wb (rp - rb)}, interaction {@code (wp - wb)(rp - rb)}, allocation {@code (wp - wb) rb},
     * or {@code (wp - wb)(rb - b)} where b is the benchmark's return.
     *
     * @throws IllegalArgumentException if two segments have one name
     */
    public static BrinsonAttribution of(List<BrinsonSegment> segments, Model model) {
        double portfolio = 0;
        double benchmark = 0;
        for (BrinsonSegment segment : segments) {
            portfolio += segment.portfolioWeight() * segment.portfolioReturn();
            benchmark += segment.benchmarkWeight() * segment.benchmarkReturn();
        }
        Map<String, BrinsonEffects> bySegment = new LinkedHashMap<>();
        BrinsonEffects total = BrinsonEffects.NONE;
        double hurdle = model == Model.BRINSON_FACHLER ? benchmark : 0;
        for (BrinsonSegment segment : segments) {
            double more = segment.portfolioWeight() - segment.benchmarkWeight();
            double better = segment.portfolioReturn() - segment.benchmarkReturn();
            BrinsonEffects effects = new BrinsonEffects(
                    more * (segment.benchmarkReturn() - hurdle), segment.benchmarkWeight() * better, more * better);
            if (bySegment.put(segment.name(), effects) != null) {
                throw new IllegalArgumentException("two segments are named " + segment.name());
            }
            total = total.plus(effects);
        }
        return new BrinsonAttribution(bySegment, total, portfolio, benchmark, portfolio - benchmark - total.total());
    }
}
