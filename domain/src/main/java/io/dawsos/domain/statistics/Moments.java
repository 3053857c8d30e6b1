package io.dawsos.domain.statistics;

/**
 * The central moments of a sample.
 *
 * @param size how many values, at least 1
 * @param mean their mean
 * @param second the mean of the squared distances from the mean, the population variance
 * @param third the mean of their cubes
 * @param fourth the mean of their fourth powers
 * @param greatest the greatest absolute value, for what counts as rounding
 */
public record Moments(int size, double mean, double second, double third, double fourth, double greatest) {

    private static final double ROUNDING = 1e-13;

    /** @throws IllegalArgumentException if there is no value */
    public static Moments of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample of nothing has no moments");
        }
        double mean = mean(values);
        double second = 0;
        double third = 0;
        double fourth = 0;
        double greatest = 0;
        for (double value : values) {
            double distance = value - mean;
            double square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
            greatest = Math.max(greatest, Math.abs(value));
        }
        int size = values.length;
        return new Moments(size, mean, second / size, third / size, fourth / size, greatest);
    }

    /** The mean of values; they must not be none. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Whether the values do not vary beyond the rounding of doubles of their size. */
    public boolean constant() {
        return StrictMath.sqrt(second) <= ROUNDING * greatest;
    }

    /** The variance with n less a number as divisor, which must be positive. */
    public double variance(int lost) {
        return second * size / (size - lost);
    }

    /** The root of the variance with n less a number as divisor. */
    public double deviation(int lost) {
        return StrictMath.sqrt(variance(lost));
    }

    /** Third moment over the cube of the population deviation; 0 / 0 if the sample is constant. */
    public double skewness() {
        return third / StrictMath.pow(second, 1.5);
    }

    /** Fourth moment over the squared population variance, 3 for a normal distribution. */
    public double kurtosis() {
        return fourth / (second * second);
    }

    /** Kurtosis above that of a normal distribution. */
    public double excessKurtosis() {
        return kurtosis() - 3;
    }

    /** The skewness corrected for the size of the sample: {@code g sqrt(n (n - 1)) / (n - 2)} (Joanes and Gill 1998, G1); 3 values or more. */
    public double sampleSkewness() {
        double n = size;
        return skewness() * StrictMath.sqrt(n * (n - 1)) / (n - 2);
    }

    /** The excess kurtosis corrected for the size of the sample (Joanes and Gill 1998, G2); 4 values or more. */
    public double sampleExcessKurtosis() {
        double n = size;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excessKurtosis() + 6);
    }
}
