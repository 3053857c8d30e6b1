package io.dawsos.domain.risk;

/**
 * What a figure over returns depends on beside the returns.
 *
 * @param periodsPerYear how many returns make a year; 1 leaves figures per period
 * @param divisor of variances and covariances
 * @param downside divisor of squared shortfalls
 * @param compounding how returns of periods become one of a year in ratios
 */
public record RiskConventions(double periodsPerYear, Divisor divisor, Divisor downside, Compounding compounding) {

    /**
     * Daily returns: 252 days a year, sample deviation (n - 1), shortfalls over all n (Sortino and Price 1994), means times 252.
     */
    public static final RiskConventions DAILY =
            new RiskConventions(252, Divisor.LESS_ONE, Divisor.ALL, Compounding.ARITHMETIC);

    /** What sums of squares are divided by. */
    public enum Divisor {
        /** The number of returns. */
        ALL,
        /** The number of returns less one. */
        LESS_ONE,
        /** The number of returns below the target. */
        BELOW_TARGET
    }

    /** How returns of periods become one of a year. */
    public enum Compounding {
        /** The mean times the periods of a year. */
        ARITHMETIC,
        /** The product of 1 + r, to the power of a year's periods over their number, less 1. */
        GEOMETRIC
    }

    /** @throws IllegalArgumentException if the periods are not positive */
    public RiskConventions {
        if (!(periodsPerYear > 0)) {
            throw new IllegalArgumentException("not a number of periods: " + periodsPerYear);
        }
    }

    /** The same with another number of periods a year. */
    public RiskConventions periods(double perYear) {
        return new RiskConventions(perYear, divisor, downside, compounding);
    }

    /** The same with another compounding. */
    public RiskConventions compounded(Compounding other) {
        return new RiskConventions(periodsPerYear, divisor, downside, other);
    }

    /** The same with other divisors. */
    public RiskConventions divided(Divisor variances, Divisor shortfalls) {
        return new RiskConventions(periodsPerYear, variances, shortfalls, compounding);
    }

    /** What the divisor of variances is less than the number of returns. */
    int lost() {
        return divisor == Divisor.LESS_ONE ? 1 : 0;
    }

    double rootOfYear() {
        return StrictMath.sqrt(periodsPerYear);
    }

    /** The conventions in words, for results. */
    public String label() {
        return (divisor == Divisor.LESS_ONE ? "sample deviation (n - 1)" : "population deviation (n)")
                + ", shortfalls over "
                + switch (downside) {
                    case ALL -> "all returns";
                    case LESS_ONE -> "all returns but one";
                    case BELOW_TARGET -> "returns below the target";
                }
                + ", " + plain(periodsPerYear) + " periods a year, "
                + (compounding == Compounding.ARITHMETIC ? "mean returns" : "compounded returns");
    }

    private static String plain(double periods) {
        return periods == StrictMath.rint(periods) ? Long.toString((long) periods) : Double.toString(periods);
    }
}
