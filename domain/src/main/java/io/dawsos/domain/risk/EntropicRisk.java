package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;

/**
 * The tightest bound on value at risk and on the mean loss beyond it that exponential moments give (Ahmadi-Javid, Entropic
 * Value-at-Risk, 2012). Losses are positive.
 */
public final class EntropicRisk {

    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
    private static final int STEPS = 120;

    private EntropicRisk() {}

    /**
     * The entropic risk measure: {@code theta ln(mean(e^(loss / theta)) / (1 - confidence))}.
     *
     * @param losses positive where something was lost
     * @param theta the aversion to risk, more than 0
     */
    public static Figure<Double> measure(double[] losses, double theta, double confidence) {
        return losses.length == 0
                ? Figure.missing(Undefined.tooFew(0, 1))
                : Undefined.finite(at(losses, greatest(losses), theta, confidence), Undefined.outOfRange());
    }

    /** The entropic value at risk: the least of these measures over all theta. */
    public static Figure<Double> valueAtRisk(double[] losses, double confidence) {
        if (losses.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        double greatest = greatest(losses);
        double least = greatest;
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        double range = greatest - least;
        if (range <= 0) {
            return Undefined.finite(greatest, Undefined.outOfRange());
        }
        // The measure is convex in theta, so the search by golden sections over its logarithm ends at the least value
        double low = StrictMath.log(range * 1e-6);
        double high = StrictMath.log(range * 1e6);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = at(losses, greatest, StrictMath.exp(left), confidence);
        double atRight = at(losses, greatest, StrictMath.exp(right), confidence);
        for (int i = 0; i < STEPS; i++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = at(losses, greatest, StrictMath.exp(left), confidence);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = at(losses, greatest, StrictMath.exp(right), confidence);
            }
        }
        return Undefined.finite(Math.min(greatest, Math.min(atLeft, atRight)), Undefined.outOfRange());
    }

    private static double greatest(double[] losses) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double loss : losses) {
            greatest = Math.max(greatest, loss);
        }
        return greatest;
    }

    /** Exponentials relative to the greatest loss don't overflow. */
    private static double at(double[] losses, double greatest, double theta, double confidence) {
        double sum = 0;
        for (double loss : losses) {
            sum += StrictMath.exp((loss - greatest) / theta);
        }
        return greatest + theta * StrictMath.log(sum / losses.length / (1 - confidence));
    }
}
