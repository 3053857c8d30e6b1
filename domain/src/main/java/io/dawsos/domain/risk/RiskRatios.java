package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.statistics.Moments;
import io.dawsos.domain.statistics.Quantiles;
import java.util.Optional;

/** Reward over risk of a series of simple returns of equal periods. */
public final class RiskRatios {

    private RiskRatios() {}

    /**
     * The Sharpe ratio (Sharpe 1994, equations 3 and 6): return above the risk-free rate over its standard deviation, both a year.
     *
     * @param riskFree rates of the same periods
     */
    public static Figure<Double> sharpe(double[] returns, double[] riskFree, RiskConventions conventions) {
        double[] excess = ReturnStatistics.above(returns, riskFree);
        if (excess.length < 2) {
            return Figure.missing(Undefined.tooFew(excess.length, 2));
        }
        double deviation = Moments.of(excess).deviation(conventions.lost());
        if (rounding(deviation, returns) || rounding(deviation, excess)) {
            return Figure.missing(Undefined.noVariation("the returns above the risk-free rate"));
        }
        return ReturnStatistics.annual(excess, conventions)
                .flatMap(annual -> Undefined.finite(annual / (deviation * conventions.rootOfYear())));
    }

    /**
     * The Sharpe ratio corrected for skewness and kurtosis: {@code SR (1 + S/6 SR - (K - 3)/24 SR^2)} (Pezier and White 2006).
     */
    public static Figure<Double> adjustedSharpe(double[] returns, double[] riskFree, RiskConventions conventions) {
        return sharpe(returns, riskFree, conventions).flatMap(ratio -> {
            if (returns.length < 4) {
                return Figure.missing(Undefined.tooFew(returns.length, 4));
            }
            Moments moments = Moments.of(returns);
            return Undefined.finite(
                    ratio * (1 + moments.skewness() / 6 * ratio - moments.excessKurtosis() / 24 * ratio * ratio));
        });
    }

    /**
     * The Sortino ratio: return above the target over the downside deviation, both a year (Sortino and Price 1994).
     *
     * @param targets of the same periods
     */
    public static Figure<Double> sortino(double[] returns, double[] targets, RiskConventions conventions) {
        return ReturnStatistics.downsideDeviation(returns, targets, conventions)
                .flatMap(risk -> rounding(risk, returns)
                        ? Figure.missing(Undefined.noShortfall())
                        : ReturnStatistics.annual(ReturnStatistics.above(returns, targets), conventions)
                                .flatMap(annual -> Undefined.finite(annual / risk)));
    }

    /** The mean gain above targets over the mean shortfall below them (Keating and Shadwick 2002). */
    public static Figure<Double> omega(double[] returns, double[] targets) {
        return ReturnStatistics.lowerPartialMoment(returns, targets, 1)
                .flatMap(loss -> rounding(loss, returns)
                        ? Figure.missing(Undefined.noShortfall())
                        : ReturnStatistics.upperPartialMoment(returns, targets, 1)
                                .flatMap(gain -> Undefined.finite(gain / loss)));
    }

    /**
     * Kappa: the mean return above the target over the root of a lower partial moment (Kaplan and Knowles 2004). Order 1 is
     * omega less 1, order 2 the Sortino ratio of a period.
     */
    public static Figure<Double> kappa(double[] returns, double[] targets, int order) {
        return ReturnStatistics.lowerPartialMoment(returns, targets, order)
                .flatMap(moment -> rounding(moment, returns)
                        ? Figure.missing(Undefined.noShortfall())
                        : Undefined.finite(Moments.mean(ReturnStatistics.above(returns, targets))
                                / StrictMath.pow(moment, 1.0 / order)));
    }

    /** The compounded return a year over the greatest fall (Young 1991). */
    public static Figure<Double> calmar(double[] returns, RiskConventions conventions) {
        return overFall(returns, conventions, DrawdownPath::maximum);
    }

    /** The compounded return a year over the greatest fall and a tenth of the value. */
    public static Figure<Double> sterling(double[] returns, RiskConventions conventions) {
        return overFall(returns, conventions, path -> path.maximum() + 0.1);
    }

    /** The compounded return a year over the ulcer index (Martin and McCann 1989). */
    public static Figure<Double> martin(double[] returns, RiskConventions conventions) {
        return overFall(returns, conventions, DrawdownPath::ulcerIndex);
    }

    /** The compounded return a year over the pain index (Becker 2006). */
    public static Figure<Double> pain(double[] returns, RiskConventions conventions) {
        return overFall(returns, conventions, DrawdownPath::painIndex);
    }

    private static Figure<Double> overFall(
            double[] returns, RiskConventions conventions, java.util.function.ToDoubleFunction<DrawdownPath> risk) {
        return DrawdownPath.of(returns).flatMap(path -> {
            double fall = risk.applyAsDouble(path);
            return fall <= 1e-15
                    ? Figure.missing(Undefined.noDrawdown())
                    : ReturnStatistics.compoundedAnnual(returns, conventions)
                            .flatMap(annual -> Undefined.finite(annual / fall));
        });
    }

    /**
     * The compounded return a year over the root of the sum of squared losses, where consecutive negative returns, added, are one loss
     * (Burke 1994).
     */
    public static Figure<Double> burke(double[] returns, RiskConventions conventions) {
        double squares = 0;
        double run = 0;
        for (double value : returns) {
            if (value < 0) {
                run += value;
            } else {
                squares += run * run;
                run = 0;
            }
        }
        double risk = StrictMath.sqrt(squares + run * run);
        return risk <= 1e-15
                ? Figure.missing(Undefined.noDrawdown())
                : ReturnStatistics.compoundedAnnual(returns, conventions)
                        .flatMap(annual -> Undefined.finite(annual / risk));
    }

    /**
     * The size of the best returns against the worst: the quantile of a share from above over that from below, without signs.
     *
     * @param share such as 0.05; quantiles are interpolated (type 7)
     */
    public static Figure<Double> tailRatio(double[] returns, double share) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        Quantiles quantiles = Quantiles.of(returns);
        double worst = Math.abs(quantiles.interpolated(share));
        Optional<Unavailable> why = worst == 0
                ? Optional.of(new Unavailable(
                        "no_tail",
                        "the worst returns are 0, so a ratio to them has no value",
                        "ask for a longer window"))
                : Optional.empty();
        return why.<Figure<Double>>map(Figure::missing)
                .orElseGet(() ->
                        Undefined.finite(Math.abs(quantiles.interpolated(1 - share)) / worst, Undefined.outOfRange()));
    }

    /** Says whether a risk is nothing but the rounding of returns of this size. */
    static boolean rounding(double risk, double[] returns) {
        double greatest = 0;
        for (double value : returns) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return risk <= 1e-13 * greatest;
    }
}
