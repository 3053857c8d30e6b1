package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.statistics.Moments;
import io.dawsos.domain.statistics.NormalDistribution;
import io.dawsos.domain.statistics.Quantiles;

/**
 * What can be lost over a horizon with a confidence. Losses are positive fractions of the value; a negative one is a gain.
 *
 * @param valueAtRisk the loss that is exceeded with a probability of 1 - confidence
 * @param conditional the mean of the losses beyond it (CVaR, expected shortfall)
 * @param confidence between 0 and 1, such as 0.95
 * @param horizon periods
 * @param method how the tail was taken from the returns
 * @param monotone whether the quantiles that this rests on rise with the probability; a Cornish-Fisher expansion of very uneven
 *     returns may not, and is then no distribution
 */
public record TailLoss(
        double valueAtRisk, double conditional, double confidence, int horizon, Method method, boolean monotone) {

    /** How a tail is taken from returns. */
    public enum Method {
        /** Interpolated quantile of the returns (type 7), and the mean of the returns at or below it. */
        HISTORICAL("historical, interpolated quantile (type 7)"),
        /** The return of rank ceil(n (1 - confidence)), and the mean of the worst n (1 - confidence), the last in part. */
        HISTORICAL_RANKED("historical, ranked quantile (type 1)"),
        /** A normal distribution with the mean and the deviation of the returns. */
        PARAMETRIC("parametric, normal quantile"),
        /** The normal quantile expanded by skewness and kurtosis. */
        CORNISH_FISHER("Cornish-Fisher expansion of the normal quantile");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** The name in results, with its quantile convention. */
        public String label() {
            return label;
        }
    }

    /**
     * Computes it.
     *
     * <p>Longer horizons: historical methods compound overlapping returns of that many periods; the others scale the mean by the
     * horizon, the deviation by its root, and skewness and excess kurtosis by 1 over its root and 1 over itself, as for independent
     * returns.
     *
     * @param conventions the divisor of the deviation counts, nothing else
     * @throws IllegalArgumentException if the confidence is not between 0 and 1 or the horizon is not positive
     */
    public static Figure<TailLoss> of(
            double[] returns, Method method, double confidence, int horizon, RiskConventions conventions) {
        if (!(confidence > 0 && confidence < 1) || horizon < 1) {
            throw new IllegalArgumentException("not a confidence and horizon: " + confidence + ", " + horizon);
        }
        int needed = method == Method.HISTORICAL || method == Method.HISTORICAL_RANKED
                ? horizon
                : method == Method.PARAMETRIC ? 2 : 4;
        if (returns.length < needed) {
            return Figure.missing(Undefined.tooFew(returns.length, needed));
        }
        return switch (method) {
            case HISTORICAL -> {
                Quantiles quantiles = Quantiles.of(overlapping(returns, horizon));
                yield loss(
                        quantiles.interpolated(1 - confidence),
                        quantiles.meanUpTo(1 - confidence),
                        confidence,
                        horizon,
                        method);
            }
            case HISTORICAL_RANKED -> {
                Quantiles quantiles = Quantiles.of(overlapping(returns, horizon));
                yield loss(
                        quantiles.ranked(1 - confidence),
                        quantiles.meanOfShare(1 - confidence),
                        confidence,
                        horizon,
                        method);
            }
            case PARAMETRIC -> parametric(Moments.of(returns), confidence, horizon, conventions);
            case CORNISH_FISHER -> expanded(Moments.of(returns), confidence, horizon, conventions);
        };
    }

    private static Figure<TailLoss> finite(TailLoss loss) {
        return Double.isFinite(loss.valueAtRisk) && Double.isFinite(loss.conditional)
                ? Figure.known(loss)
                : Figure.missing(Undefined.outOfRange());
    }

    private static Figure<TailLoss> loss(double quantile, double mean, double confidence, int horizon, Method method) {
        return finite(new TailLoss(0.0 - quantile, 0.0 - mean, confidence, horizon, method, true));
    }

    private static Figure<TailLoss> parametric(
            Moments moments, double confidence, int horizon, RiskConventions conventions) {
        double alpha = 1 - confidence;
        double z = NormalDistribution.quantile(alpha);
        double mean = moments.mean() * horizon;
        double deviation = moments.deviation(conventions.lost()) * StrictMath.sqrt(horizon);
        return loss(
                mean + z * deviation,
                mean - deviation * NormalDistribution.density(z) / alpha,
                confidence,
                horizon,
                Method.PARAMETRIC);
    }

    /**
     * The expansion of Cornish and Fisher (1938) to the fourth moment, and the mean of its quantiles over the tail (Maillard, A user's
     * guide to the Cornish Fisher expansion, 2012).
     */
    private static Figure<TailLoss> expanded(
            Moments moments, double confidence, int horizon, RiskConventions conventions) {
        if (moments.constant()) {
            Unavailable why = Undefined.noVariation("the returns");
            return Figure.missing(why);
        }
        double alpha = 1 - confidence;
        double z = NormalDistribution.quantile(alpha);
        double skew = moments.skewness() / StrictMath.sqrt(horizon);
        double kurtosis = moments.excessKurtosis() / horizon;
        double mean = moments.mean() * horizon;
        double deviation = moments.deviation(conventions.lost()) * StrictMath.sqrt(horizon);
        double quantile = cornishFisher(z, skew, kurtosis);
        double tail = NormalDistribution.density(z)
                / alpha
                * (1 + z * skew / 6 + (z * z - 1) * kurtosis / 24 - (2 * z * z - 1) * skew * skew / 36);
        return finite(new TailLoss(
                0.0 - (mean + quantile * deviation),
                0.0 - (mean - tail * deviation),
                confidence,
                horizon,
                Method.CORNISH_FISHER,
                rises(z, skew, kurtosis)));
    }

    /** The normal quantile expanded to the fourth moment. */
    static double cornishFisher(double z, double skew, double kurtosis) {
        double square = z * z;
        return z
                + (square - 1) * skew / 6
                + (square * z - 3 * z) * kurtosis / 24
                - (2 * square * z - 5 * z) * skew * skew / 36;
    }

    /** Whether the expansion's slope is positive at z and everywhere below. */
    private static boolean rises(double z, double skew, double kurtosis) {
        double a = kurtosis / 8 - skew * skew / 6;
        double b = skew / 3;
        double c = 1 - kurtosis / 8 + 5 * skew * skew / 36;
        if (a < 0 || (a == 0 && b > 0)) {
            return false;
        }
        double lowest = a == 0 ? z : Math.min(z, -b / (2 * a));
        return (a * lowest + b) * lowest + c > 0;
    }

    private static double[] overlapping(double[] returns, int horizon) {
        double[] compounded = new double[returns.length - horizon + 1];
        for (int i = 0; i < compounded.length; i++) {
            double growth = 1;
            for (int k = 0; k < horizon; k++) {
                growth *= 1 + returns[i + k];
            }
            compounded[i] = horizon == 1 ? returns[i] : growth - 1;
        }
        return compounded;
    }
}
