package io.dawsos.domain.attribution;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The excess of a compounded return over the benchmark's, as the sum of the effects of its periods, each made larger or smaller so
 * that they add up.
 *
 * @param periods the effects of each period as linked, by segment
 * @param bySegment their sums over the periods
 * @param total the sum of all
 * @param portfolio the portfolio's compounded return
 * @param benchmark the benchmark's
 * @param residual the excess less the total
 */
public record LinkedBrinson(
        List<Map<String, BrinsonEffects>> periods,
        Map<String, BrinsonEffects> bySegment,
        BrinsonEffects total,
        double portfolio,
        double benchmark,
        double residual) {

    /** How effects of periods are made to add up. */
    public enum Linking {
        /** In the ratio of logarithmic to arithmetic excess (Carino, Combining Attribution Effects Over Time, 1999). */
        CARINO,
        /** By one factor and least corrections (Menchero, An Optimized Approach to Linking Attribution Effects, 2000). */
        MENCHERO,
        /** Grown by the portfolio before and the benchmark after (GRAP, Synthese des modeles d'attribution, 1997). */
        GRAP,
        /** Grown by the portfolio before; earlier effects earn the benchmark (Frongello, 2002). */
        FRONGELLO
    }

    public LinkedBrinson {
        periods = List.copyOf(periods);
        bySegment = Collections.unmodifiableMap(new LinkedHashMap<>(bySegment));
    }

    /**
     * Links periods.
     *
     * @param periods consecutive, at least one
     * @return missing if a period, or all together, lost everything, so that growth has no logarithm
     */
    public static Figure<LinkedBrinson> of(List<BrinsonAttribution> periods, Linking linking) {
        double portfolio = 1;
        double benchmark = 1;
        for (BrinsonAttribution period : periods) {
            if (period.portfolio() <= -1 || period.benchmark() <= -1) {
                return Figure.missing(new Unavailable(
                        "everything_lost",
                        "a period lost everything, so its effects can't be linked to others",
                        "ask for a window without that period"));
            }
            portfolio *= 1 + period.portfolio();
            benchmark *= 1 + period.benchmark();
        }
        List<Map<String, BrinsonEffects>> linked =
                linking == Linking.FRONGELLO ? frongello(periods) : scaled(periods, factors(periods, linking));
        Map<String, BrinsonEffects> bySegment = new LinkedHashMap<>();
        BrinsonEffects total = BrinsonEffects.NONE;
        for (Map<String, BrinsonEffects> period : linked) {
            for (Map.Entry<String, BrinsonEffects> segment : period.entrySet()) {
                bySegment.merge(segment.getKey(), segment.getValue(), BrinsonEffects::plus);
                total = total.plus(segment.getValue());
            }
        }
        return Figure.known(new LinkedBrinson(
                linked, bySegment, total, portfolio - 1, benchmark - 1, portfolio - benchmark - total.total()));
    }

    private static List<Map<String, BrinsonEffects>> scaled(List<BrinsonAttribution> periods, double[] factors) {
        List<Map<String, BrinsonEffects>> scaled = new ArrayList<>();
        for (int t = 0; t < factors.length; t++) {
            Map<String, BrinsonEffects> effects = new LinkedHashMap<>();
            double factor = factors[t];
            periods.get(t).bySegment().forEach((name, effect) -> effects.put(name, effect.times(factor)));
            scaled.add(Collections.unmodifiableMap(effects));
        }
        return scaled;
    }

    private static double[] factors(List<BrinsonAttribution> periods, Linking linking) {
        int count = periods.size();
        double[] own = new double[count];
        double[] other = new double[count];
        for (int t = 0; t < count; t++) {
            own[t] = periods.get(t).portfolio();
            other[t] = periods.get(t).benchmark();
        }
        return switch (linking) {
            case CARINO -> carino(own, other);
            case MENCHERO -> menchero(own, other);
            default -> grap(own, other);
        };
    }

    private static double[] carino(double[] own, double[] other) {
        double[] factors = new double[own.length];
        double whole = logarithmic(compounded(own, 0, own.length), compounded(other, 0, other.length));
        for (int t = 0; t < factors.length; t++) {
            factors[t] = logarithmic(1 + own[t], 1 + other[t]) / whole;
        }
        return factors;
    }

    /** The logarithmic excess of growth over the arithmetic one; its limit where there is none. */
    static double logarithmic(double own, double other) {
        double relative = (own - other) / other;
        return Math.abs(relative) < 1e-6
                ? (1 - relative / 2 + relative * relative / 3) / other
                : StrictMath.log1p(relative) / (own - other);
    }

    private static double[] menchero(double[] own, double[] other) {
        int count = own.length;
        double grown = compounded(own, 0, count);
        double held = compounded(other, 0, count);
        double ownMean = StrictMath.pow(grown, 1.0 / count);
        double otherMean = StrictMath.pow(held, 1.0 / count);
        double scale = Math.abs(grown - held) < 1e-9 * held
                ? StrictMath.pow(held, (count - 1.0) / count)
                : (grown - held) / count / (ownMean - otherMean);
        double rest = grown - held;
        double squares = 0;
        for (int t = 0; t < count; t++) {
            rest -= scale * (own[t] - other[t]);
            squares += (own[t] - other[t]) * (own[t] - other[t]);
        }
        double[] factors = new double[count];
        for (int t = 0; t < count; t++) {
            factors[t] = scale + (squares == 0 ? 0 : rest * (own[t] - other[t]) / squares);
        }
        return factors;
    }

    private static double[] grap(double[] own, double[] other) {
        double[] factors = new double[own.length];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = compounded(own, 0, t) * compounded(other, t + 1, other.length);
        }
        return factors;
    }

    private static double compounded(double[] returns, int from, int to) {
        double growth = 1;
        for (int t = from; t < to; t++) {
            growth *= 1 + returns[t];
        }
        return growth;
    }

    private static List<Map<String, BrinsonEffects>> frongello(List<BrinsonAttribution> periods) {
        List<Map<String, BrinsonEffects>> linked = new ArrayList<>();
        Map<String, BrinsonEffects> before = new LinkedHashMap<>();
        double growth = 1;
        for (BrinsonAttribution period : periods) {
            Map<String, BrinsonEffects> effects = new LinkedHashMap<>();
            double grown = growth;
            before.forEach((name, sum) -> effects.put(name, sum.times(period.benchmark())));
            period.bySegment()
                    .forEach((name, effect) -> effects.merge(name, effect.times(grown), BrinsonEffects::plus));
            effects.forEach((name, effect) -> before.merge(name, effect, BrinsonEffects::plus));
            linked.add(Collections.unmodifiableMap(effects));
            growth *= 1 + period.portfolio();
        }
        return linked;
    }
}
