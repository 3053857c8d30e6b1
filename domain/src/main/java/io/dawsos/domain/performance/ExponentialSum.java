package io.dawsos.domain.performance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The present value of amounts as a function of the continuous rate s: the sum of {@code a[i] e^(-s t[i])}, with the times ascending
 * from 0. With s at or above 0 no term overflows; rates below 0 are the other way round, see {@link #mirrored()}.
 */
final class ExponentialSum {

    private static final double ROUNDING = 1e-14;
    private static final double STEPS_PER_YEAR = 1e10;

    private final double[] times;
    private final double[] amounts;
    private final double[] gaps;
    private final int[] gapOf;

    private ExponentialSum(double[] times, double[] amounts, double[] gaps, int[] gapOf) {
        this.times = times;
        this.amounts = amounts;
        this.gaps = gaps;
        this.gapOf = gapOf;
    }

    /**
     * Takes amounts at ascending times; amounts of 0 are left out, and steps between times that differ by less than 1e-10 are the
     * same step.
     */
    static ExponentialSum of(double[] years, double[] values) {
        int size = 0;
        double[] times = new double[years.length];
        double[] amounts = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            if (values[i] != 0) {
                times[size] = years[i];
                amounts[size++] = values[i];
            }
        }
        double[] gaps = new double[size];
        int[] gapOf = new int[size];
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 1; i < size; i++) {
            double gap = times[i] - times[i - 1];
            gapOf[i] = known.computeIfAbsent(StrictMath.round(gap * STEPS_PER_YEAR), key -> known.size());
            gaps[gapOf[i]] = gap;
        }
        for (int i = size - 1; i >= 0; i--) {
            times[i] -= times[0];
        }
        return new ExponentialSum(
                Arrays.copyOf(times, size), Arrays.copyOf(amounts, size), Arrays.copyOf(gaps, known.size()), gapOf);
    }

    /** The same amounts seen from the end: its value at s has the sign of this one's at -s. */
    ExponentialSum mirrored() {
        int size = times.length;
        double[] back = new double[size];
        double[] values = new double[size];
        int[] gapBefore = new int[size];
        for (int i = 0; i < size; i++) {
            int from = size - 1 - i;
            back[i] = times[size - 1] - times[from];
            values[i] = amounts[from];
            gapBefore[i] = i == 0 ? 0 : gapOf[from + 1];
        }
        return new ExponentialSum(back, values, gaps, gapBefore);
    }

    int size() {
        return times.length;
    }

    /** The sign far beyond all roots. */
    int signAtInfinity() {
        return amounts[0] > 0 ? 1 : -1;
    }

    private double[] factors(double s) {
        double[] factors = new double[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            factors[i] = StrictMath.exp(-s * gaps[i]);
        }
        return factors;
    }

    /** The weight {@code e^(-s t)} of each amount. */
    double[] weights(double s) {
        double[] factors = factors(s);
        double[] weights = new double[times.length];
        double weight = 1;
        weights[0] = 1;
        for (int i = 1; i < weights.length; i++) {
            weight *= factors[gapOf[i]];
            weights[i] = weight;
        }
        return weights;
    }

    double value(double s) {
        double[] factors = factors(s);
        double weight = 1;
        double sum = amounts[0];
        for (int i = 1; i < amounts.length; i++) {
            weight *= factors[gapOf[i]];
            sum += amounts[i] * weight;
        }
        return sum;
    }

    /** A step of Newton's method from s. */
    Step step(double s) {
        double[] factors = factors(s);
        double weight = 1;
        double sum = amounts[0];
        double slope = 0;
        for (int i = 1; i < amounts.length; i++) {
            weight *= factors[gapOf[i]];
            double term = amounts[i] * weight;
            sum += term;
            slope -= term * times[i];
        }
        return new Step(sum, s - sum / slope);
    }

    /**
     * The value at a point and where its tangent meets 0, which is not a number where the slope is 0.
     */
    record Step(double value, double next) {}

    /** The sign at a point; 0 counts as positive. */
    int sign(double s) {
        return value(s) < 0 ? -1 : 1;
    }

    /** Whether the value at 0, the plain sum of the amounts, is nothing but rounding. */
    boolean zeroAtOrigin() {
        double sum = 0;
        double size = 0;
        for (double amount : amounts) {
            sum += amount;
            size += Math.abs(amount);
        }
        return Math.abs(sum) <= ROUNDING * size;
    }

    /** The sign right beyond 0. */
    int signBeyondOrigin() {
        if (!zeroAtOrigin()) {
            return sign(0);
        }
        double slope = 0;
        for (int i = 0; i < amounts.length; i++) {
            slope -= amounts[i] * times[i];
        }
        return slope < 0 ? -1 : 1;
    }

    /**
     * The most roots that there can be beyond a rate: how often the balance that earns it changes sign (Laguerre, Sur la theorie des
     * equations numeriques, 1883: sign changes of Horner's sequence).
     */
    int mostRootsBeyond(double s) {
        double[] factors = factors(s);
        double weight = 1;
        double balance = 0;
        double size = 0;
        int sign = 0;
        int changes = 0;
        for (int i = 0; i < amounts.length; i++) {
            weight *= i == 0 ? 1 : factors[gapOf[i]];
            double term = amounts[i] * weight;
            balance += term;
            size += Math.abs(term);
            if (Math.abs(balance) > ROUNDING * size) {
                int now = balance < 0 ? -1 : 1;
                changes += now == -sign ? 1 : 0;
                sign = now;
            }
        }
        return changes;
    }

    /** What is certain about the values between two rates, from the weights at both. */
    Bounds between(double[] low, double[] high) {
        double weight = 0;
        double moment = 0;
        for (int i = 0; i < amounts.length; i++) {
            double size = Math.abs(amounts[i]) * (low[i] + high[i]);
            weight += size;
            moment += size * times[i];
        }
        double center = moment / weight;
        double least = 0;
        double most = 0;
        double leastSlope = 0;
        double mostSlope = 0;
        double spread = 0;
        for (int i = 0; i < amounts.length; i++) {
            double amount = amounts[i];
            least += amount > 0 ? amount * high[i] : amount * low[i];
            most += amount > 0 ? amount * low[i] : amount * high[i];
            double slope = amount * (center - times[i]);
            spread += Math.abs(slope) * low[i];
            leastSlope += slope > 0 ? slope * high[i] : slope * low[i];
            mostSlope += slope > 0 ? slope * low[i] : slope * high[i];
        }
        double margin = ROUNDING * weight;
        double slopeMargin = ROUNDING * spread;
        return new Bounds(
                least > margin || most < -margin, leastSlope > slopeMargin || mostSlope < -slopeMargin, weight);
    }

    /**
     * What is certain between two rates.
     *
     * @param noRoot whether the sum has no root there
     * @param oneAtMost whether the sum, times an exponential, only rises or only falls
     * @param size the sum of the amounts' sizes, for what counts as nothing
     */
    record Bounds(boolean noRoot, boolean oneAtMost, double size) {}
}
