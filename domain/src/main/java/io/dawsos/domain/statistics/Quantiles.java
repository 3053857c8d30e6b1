package io.dawsos.domain.statistics;

import java.util.Arrays;

/** The values of a sample in order, with what lies below a share of them. */
public final class Quantiles {

    private static final double ROUNDING = 1e-9;

    private final double[] ascending;

    private Quantiles(double[] ascending) {
        this.ascending = ascending;
    }

    /** @throws IllegalArgumentException if there is no value */
    public static Quantiles of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample of nothing has no quantiles");
        }
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return new Quantiles(ascending);
    }

    /**
     * The quantile on the straight line between the values around position {@code (n - 1) p} (Hyndman and Fan 1996, type 7).
     *
     * @param share from 0 to 1
     */
    public double interpolated(double share) {
        double position = (ascending.length - 1) * share;
        int below = (int) StrictMath.floor(position);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }

    /** The mean of the values up to position {@code (n - 1) p}: those at or below the interpolated quantile. */
    public double meanUpTo(double share) {
        int count = (int) StrictMath.floor((ascending.length - 1) * share + ROUNDING) + 1;
        return mean(Math.min(count, ascending.length));
    }

    /** The value of rank {@code ceil(n p)} (Hyndman and Fan 1996, type 1); the lowest for a share of 0. */
    public double ranked(double share) {
        return ascending[rank(share) - 1];
    }

    /** The mean of the lowest {@code n p} values, the last of them counted in part; the share must be positive. */
    public double meanOfShare(double share) {
        double weight = ascending.length * share;
        int last = rank(share) - 1;
        double sum = 0;
        for (int i = 0; i < last; i++) {
            sum += ascending[i];
        }
        return (sum + (weight - last) * ascending[last]) / weight;
    }

    private int rank(double share) {
        int rank = (int) StrictMath.ceil(ascending.length * share - ROUNDING);
        return Math.max(1, Math.min(rank, ascending.length));
    }

    private double mean(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ascending[i];
        }
        return sum / count;
    }

    /** The mean absolute difference between two of the values, each pair counted once; 2 values or more (Gini 1912). */
    public double meanDifference() {
        int n = ascending.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * i - n + 1) * ascending[i];
        }
        return 2 * sum / ((double) n * (n - 1));
    }
}
