package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import io.dawsos.domain.statistics.Moments;

/** Return and dispersion of a series of simple returns of equal periods. */
public final class ReturnStatistics {

    private ReturnStatistics() {}

    /** The product of {@code 1 + r}, less 1; missing if there is no return. */
    public static Figure<Double> cumulative(double[] returns) {
        return returns.length == 0
                ? Figure.missing(Undefined.tooFew(0, 1))
                : Undefined.finite(growth(returns) - 1, Undefined.outOfRange());
    }

    /** The return a year, compounded or not as the conventions say; missing if there is no return or all was lost. */
    public static Figure<Double> annual(double[] returns, RiskConventions conventions) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        if (conventions.compounding() == Compounding.ARITHMETIC) {
            return Undefined.finite(Moments.mean(returns) * conventions.periodsPerYear());
        }
        double growth = growth(returns);
        if (growth < 0) {
            return Figure.missing(Undefined.allLost());
        }
        return Undefined.finite(
                StrictMath.pow(growth, conventions.periodsPerYear() / returns.length) - 1, Undefined.outOfRange());
    }

    /** The return a year, compounded whatever the conventions say. */
    static Figure<Double> compoundedAnnual(double[] returns, RiskConventions conventions) {
        return annual(returns, conventions.compounded(Compounding.GEOMETRIC));
    }

    private static double growth(double[] returns) {
        double growth = 1;
        for (double value : returns) {
            growth *= 1 + value;
        }
        return growth;
    }

    /** The standard deviation times the square root of a year's periods. */
    public static Figure<Double> volatility(double[] returns, RiskConventions conventions) {
        int needed = 1 + conventions.lost();
        return returns.length < needed
                ? Figure.missing(Undefined.tooFew(returns.length, needed))
                : Undefined.finite(Moments.of(returns).deviation(conventions.lost()) * conventions.rootOfYear());
    }

    /** The root of the mean squared shortfall below targets, times the square root of a year's periods. */
    public static Figure<Double> downsideDeviation(double[] returns, double[] targets, RiskConventions conventions) {
        return shortfall(returns, targets, 2, conventions.downside())
                .flatMap(squares -> Undefined.finite(StrictMath.sqrt(squares) * conventions.rootOfYear()));
    }

    /** The downside deviation below the mean of the returns. */
    public static Figure<Double> semiDeviation(double[] returns, RiskConventions conventions) {
        return returns.length == 0
                ? Figure.missing(Undefined.tooFew(0, 1))
                : downsideDeviation(returns, constant(Moments.mean(returns), returns.length), conventions);
    }

    /**
     * The lower partial moment: the mean of {@code max(target - r, 0)} to the power of an order (Bawa 1975).
     *
     * @param order 1 for the downside potential, 2 for the downside variance
     * @return 0 if no return is below its target
     */
    public static Figure<Double> lowerPartialMoment(double[] returns, double[] targets, int order) {
        return shortfall(returns, targets, order, Divisor.ALL);
    }

    /** The mean of {@code max(r - target, 0)} to the power of an order, over all returns. */
    public static Figure<Double> upperPartialMoment(double[] returns, double[] targets, int order) {
        return shortfall(negated(returns), negated(targets), order, Divisor.ALL);
    }

    private static Figure<Double> shortfall(double[] returns, double[] targets, int order, Divisor divisor) {
        double sum = 0;
        int below = 0;
        for (int i = 0; i < returns.length; i++) {
            double gap = targets[i] - returns[i];
            if (gap > 0) {
                below++;
                sum += order == 1 ? gap : order == 2 ? gap * gap : StrictMath.pow(gap, order);
            }
        }
        int over = switch (divisor) {
            case ALL -> returns.length;
            case LESS_ONE -> returns.length - 1;
            case BELOW_TARGET -> below;
        };
        if (divisor == Divisor.BELOW_TARGET && below == 0 && returns.length > 0) {
            return Figure.known(0.0);
        }
        return over < 1
                ? Figure.missing(Undefined.tooFew(returns.length, divisor == Divisor.LESS_ONE ? 2 : 1))
                : Undefined.finite(sum / over);
    }

    /** The share of the returns below their targets. */
    public static Figure<Double> downsideFrequency(double[] returns, double[] targets) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        int below = 0;
        for (int i = 0; i < returns.length; i++) {
            below += returns[i] < targets[i] ? 1 : 0;
        }
        return Figure.known(below / (double) returns.length);
    }

    /** The mean distance from a center, such as the mean. */
    public static Figure<Double> meanAbsoluteDeviation(double[] returns, double center) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        double sum = 0;
        for (double value : returns) {
            sum += Math.abs(value - center);
        }
        return Undefined.finite(sum / returns.length);
    }

    /** Third moment over the cube of the population deviation; missing below 3 returns or without variation. */
    public static Figure<Double> skewness(double[] returns) {
        return shape(returns, 3).flatMap(moments -> Undefined.finite(moments.skewness()));
    }

    /** Fourth moment over the squared population variance, less 3; missing below 4 returns or without variation. */
    public static Figure<Double> excessKurtosis(double[] returns) {
        return shape(returns, 4).flatMap(moments -> Undefined.finite(moments.excessKurtosis()));
    }

    private static Figure<Moments> shape(double[] returns, int needed) {
        if (returns.length < needed) {
            return Figure.missing(Undefined.tooFew(returns.length, needed));
        }
        Moments moments = Moments.of(returns);
        Unavailable constant = Undefined.noVariation("the returns");
        return moments.constant() ? Figure.missing(constant) : Figure.known(moments);
    }

    /** Returns above a rate of each period. */
    public static double[] above(double[] returns, double[] rates) {
        double[] excess = new double[returns.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = returns[i] - rates[i];
        }
        return excess;
    }

    /** The same rate for each of a number of periods. */
    public static double[] constant(double rate, int size) {
        double[] rates = new double[size];
        java.util.Arrays.fill(rates, rate);
        return rates;
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -values[i];
        }
        return negated;
    }
}
