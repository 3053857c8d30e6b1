package io.dawsos.domain.statistics;

/** How columns of equal length vary together. */
public final class CovarianceMatrix {

    private final double[][] covariances;

    private CovarianceMatrix(double[][] covariances) {
        this.covariances = covariances;
    }

    /**
     * Computes all pairs.
     *
     * @param columns of more than {@code lost} values each
     * @param lost what the divisor is less than the number of values
     */
    public static CovarianceMatrix of(double[][] columns, int lost) {
        int count = columns.length;
        double[][] distances = new double[count][];
        for (int j = 0; j < count; j++) {
            double mean = Moments.mean(columns[j]);
            distances[j] = new double[columns[j].length];
            for (int t = 0; t < distances[j].length; t++) {
                distances[j][t] = columns[j][t] - mean;
            }
        }
        double[][] covariances = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                covariances[i][j] = product(distances[i], distances[j]) / (distances[i].length - lost);
                covariances[j][i] = covariances[i][j];
            }
        }
        return new CovarianceMatrix(covariances);
    }

    /** The covariance of two columns. */
    public static double of(double[] a, double[] b, int lost) {
        double meanA = Moments.mean(a);
        double meanB = Moments.mean(b);
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += (a[t] - meanA) * (b[t] - meanB);
        }
        return sum / (a.length - lost);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /** How many columns there are. */
    public int size() {
        return covariances.length;
    }

    /** The covariance of two columns; of one with itself its variance. */
    public double value(int i, int j) {
        return covariances[i][j];
    }

    /** The correlation of two columns, from -1 to 1; not a number if one of them does not vary. */
    public double correlation(int i, int j) {
        double value = covariances[i][j] / StrictMath.sqrt(covariances[i][i] * covariances[j][j]);
        return i == j && covariances[i][i] > 0 ? 1 : Math.max(-1, Math.min(1, value));
    }
}
