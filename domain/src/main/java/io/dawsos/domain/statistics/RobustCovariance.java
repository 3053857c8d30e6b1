package io.dawsos.domain.statistics;

/**
 * The covariance of a line's numbers where residuals have any variance and correlate over a few periods, with Bartlett's weights
 * {@code 1 - l / (L + 1)} (Newey and West, A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
 * covariance matrix, 1987, equation 5).
 */
final class RobustCovariance {

    private RobustCovariance() {}

    /** The first row and column belong to the level at the factors' means, the others to the centred columns. */
    static double[][] of(CenteredColumns columns, double[][] inverse, double[] residuals, int lags) {
        int size = columns.size() + 1;
        int n = residuals.length;
        double[][] scores = new double[size][n];
        for (int t = 0; t < n; t++) {
            scores[0][t] = residuals[t];
            for (int j = 1; j < size; j++) {
                scores[j][t] = residuals[t] * columns.value(j - 1, t);
            }
        }
        double[][] middle = new double[size][size];
        for (int b = 0; b < size; b++) {
            double[] half = halves(scores[b], lags);
            for (int a = 0; a < size; a++) {
                double product = product(scores[a], half);
                middle[a][b] += product;
                middle[b][a] += product;
            }
        }
        double[][] outer = new double[size][size];
        outer[0][0] = 1.0 / n;
        for (int a = 1; a < size; a++) {
            System.arraycopy(inverse[a - 1], 0, outer[a], 1, size - 1);
        }
        return times(times(outer, middle), outer);
    }

    /** Half of each score and the weighted scores before it: with these, each pair of periods counts once for both orders. */
    private static double[] halves(double[] scores, int lags) {
        double[] halves = new double[scores.length];
        for (int t = 0; t < halves.length; t++) {
            double sum = scores[t] / 2;
            for (int lag = 1; lag <= lags && lag <= t; lag++) {
                sum += (1 - lag / (lags + 1.0)) * scores[t - lag];
            }
            halves[t] = sum;
        }
        return halves;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    private static double[][] times(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int m = 0; m < size; m++) {
                    product[i][j] += left[i][m] * right[m][j];
                }
            }
        }
        return product;
    }
}
