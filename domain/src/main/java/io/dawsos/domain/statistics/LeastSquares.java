package io.dawsos.domain.statistics;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.ArrayList;
import java.util.List;

/**
 * A line through values by ordinary least squares: {@code y = intercept + sum b[j] x[j] + residual}, with Householder's
 * triangularization of centred columns of length 1 (Golub and Van Loan, Matrix Computations, 2013, section 5.3).
 *
 * @param intercept where all factors are 0
 * @param coefficients in the order of the factors
 * @param observations how many values
 * @param rSquared the explained part of the values' variance; missing if they do not vary
 * @param adjustedRSquared the same corrected for the number of factors
 * @param residualDeviation the root of the squared residuals over {@code n - k - 1}
 * @param lags how many periods apart residuals may correlate in the robust errors
 */
public record LeastSquares(
        Coefficient intercept,
        List<Coefficient> coefficients,
        int observations,
        Figure<Double> rSquared,
        Figure<Double> adjustedRSquared,
        double residualDeviation,
        int lags) {

    public LeastSquares {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * One number of the line.
     *
     * @param error its standard error for independent residuals of one variance
     * @param t the number over its error; missing if there is no residual
     * @param robustError its error for residuals of any variance that correlate over a few periods (Newey and West 1987)
     * @param robustT the number over its robust error; missing if there is no residual
     */
    public record Coefficient(
            String name, double value, double error, Figure<Double> t, double robustError, Figure<Double> robustT) {}

    /**
     * Fits it. Residuals may correlate over {@code floor(4 (n / 100)^(2/9))} periods (Newey and West 1994).
     *
     * @param names of the factors, each once
     * @param factors one column for each name, as long as the values
     * @param least fewest observations that are enough, at least the number of factors + 2
     * @return missing if there are fewer, a factor does not vary, or one is a combination of others
     */
    public static Figure<LeastSquares> of(double[] values, List<String> names, double[][] factors, int least) {
        int needed = Math.max(least, factors.length + 2);
        if (values.length < needed) {
            return Figure.missing(new Unavailable(
                    "too_few_observations",
                    values.length + " observations are too few for " + factors.length + " factors, at least " + needed
                            + " are needed",
                    "import more history, ask for a longer window, or name fewer factors"));
        }
        return CenteredColumns.of(names, factors)
                .map(columns -> fit(values, names, columns))
                .flatMap(LeastSquares::finite);
    }

    private static Figure<LeastSquares> finite(LeastSquares line) {
        boolean finite = Double.isFinite(line.residualDeviation);
        for (Coefficient coefficient : line.coefficients) {
            finite &= Double.isFinite(coefficient.value + coefficient.error + coefficient.robustError);
        }
        return finite
                ? Figure.known(line)
                : Figure.missing(new Unavailable(
                        "out_of_range", "the values are too large to be computed with", "look at the values"));
    }

    /** How many periods apart residuals may correlate, by default. */
    static int defaultLags(int observations) {
        return (int) StrictMath.floor(4 * StrictMath.pow(observations / 100.0, 2.0 / 9));
    }

    private static LeastSquares fit(double[] values, List<String> names, CenteredColumns columns) {
        int n = values.length;
        int k = names.size();
        Moments moments = Moments.of(values);
        double[] centered = new double[n];
        for (int i = 0; i < n; i++) {
            centered[i] = values[i] - moments.mean();
        }
        double[] slopes = columns.solve(centered);
        double[] residuals = columns.residuals(centered, slopes);
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        double variance = squares / (n - k - 1);
        double[][] inverse = columns.inverse();
        int lags = Math.min(defaultLags(n), n - 1);
        double[][] robust = RobustCovariance.of(columns, inverse, residuals, lags);
        List<Coefficient> coefficients = new ArrayList<>();
        double[] atZero = new double[k + 1];
        atZero[0] = 1;
        double intercept = moments.mean();
        for (int j = 0; j < k; j++) {
            double scale = columns.length(j);
            double error = StrictMath.sqrt(variance * inverse[j][j]) / scale;
            double robustError = StrictMath.sqrt(Math.max(0, robust[j + 1][j + 1])) / scale;
            double value = slopes[j] / scale;
            coefficients.add(coefficient(names.get(j), value, error, robustError, moments));
            atZero[j + 1] = -columns.mean(j) / scale;
            intercept -= value * columns.mean(j);
        }
        double spread = 1.0 / n;
        double robustSpread = 0;
        for (int i = 0; i <= k; i++) {
            for (int j = 0; j <= k; j++) {
                spread += i > 0 && j > 0 ? atZero[i] * inverse[i - 1][j - 1] * atZero[j] : 0;
                robustSpread += atZero[i] * robust[i][j] * atZero[j];
            }
        }
        double unexplained = squares / (moments.second() * n);
        Unavailable constant =
                new Unavailable("no_variation", "the values do not vary", "ask for a window with changes");
        Figure<Double> rSquared = moments.constant() ? Figure.missing(constant) : Figure.known(1 - unexplained);
        return new LeastSquares(
                coefficient(
                        "intercept",
                        intercept,
                        StrictMath.sqrt(variance * spread),
                        StrictMath.sqrt(Math.max(0, robustSpread)),
                        moments),
                coefficients,
                n,
                rSquared,
                rSquared.map(explained -> 1 - (1 - explained) * (n - 1) / (n - k - 1)),
                StrictMath.sqrt(variance),
                lags);
    }

    private static Coefficient coefficient(
            String name, double value, double error, double robustError, Moments moments) {
        return new Coefficient(
                name,
                value + 0.0,
                error,
                ratio(value, error, moments),
                robustError,
                ratio(value, robustError, moments));
    }

    private static Figure<Double> ratio(double value, double error, Moments moments) {
        double t = value / error;
        return Double.isFinite(t) && error > 1e-14 * moments.greatest()
                ? Figure.known(t + 0.0)
                : Figure.missing(new Unavailable(
                        "no_residual",
                        "the factors explain the values without a rest, so there is no error to compare with",
                        "name fewer factors, or others"));
    }
}
