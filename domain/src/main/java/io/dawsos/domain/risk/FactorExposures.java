package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.statistics.CovarianceMatrix;
import io.dawsos.domain.statistics.LeastSquares;
import io.dawsos.domain.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How returns move with factors: a regression with intercept, what each factor has in the variance, and what is left.
 *
 * @param line coefficients with t-statistics, R squared and robust errors
 * @param factors in the order given
 * @param alpha the intercept, times a year's periods
 * @param residualRisk the deviation of what the factors don't explain, a year
 */
public record FactorExposures(LeastSquares line, List<Factor> factors, double alpha, double residualRisk) {

    /** The fewest observations that are enough. */
    public static final int LEAST = 60;

    /** The name of the method. */
    public static final String METHOD =
            "ordinary least squares with intercept; robust errors by Newey and West (1987), lags floor(4 (n/100)^(2/9))";

    public FactorExposures {
        factors = List.copyOf(factors);
    }

    /**
     * One factor.
     *
     * @param exposure how much the returns move for one unit of the factor
     * @param varianceShare its part of the returns' variance: exposure times covariance over variance; all sum to R squared
     * @param returnContribution exposure times the factor's mean, times a year's periods
     */
    public record Factor(String name, double exposure, double varianceShare, double returnContribution) {}

    /**
     * Measures exposures over all periods.
     *
     * @param returns of equal periods, above the risk-free rate if the factors are
     * @param names of the factors
     * @param factors one column for each name, of the same periods
     * @return missing with fewer than 60 observations, if the returns or a factor don't vary, or if factors move together; the reason
     *     names them
     */
    public static Figure<FactorExposures> of(
            double[] returns, List<String> names, double[][] factors, RiskConventions conventions) {
        return LeastSquares.of(returns, names, factors, LEAST)
                .flatMap(line -> Moments.of(returns).constant()
                        ? Figure.missing(Undefined.noVariation("the returns"))
                        : Figure.known(of(line, returns, factors, conventions)));
    }

    private static FactorExposures of(
            LeastSquares line, double[] returns, double[][] factors, RiskConventions conventions) {
        double variance = Moments.of(returns).second();
        List<Factor> parts = new ArrayList<>();
        for (int j = 0; j < factors.length; j++) {
            LeastSquares.Coefficient coefficient = line.coefficients().get(j);
            parts.add(new Factor(
                    coefficient.name(),
                    coefficient.value(),
                    coefficient.value() * CovarianceMatrix.of(factors[j], returns, 0) / variance + 0.0,
                    coefficient.value() * Moments.mean(factors[j]) * conventions.periodsPerYear() + 0.0));
        }
        return new FactorExposures(
                line,
                parts,
                line.intercept().value() * conventions.periodsPerYear(),
                line.residualDeviation() * conventions.rootOfYear());
    }

    /**
     * Exposures of windows that end on periods.
     *
     * @param ends index of the last period of each window, ascending
     * @param window periods in each, at least 60
     * @return one for each end; missing where the window begins before the first period
     */
    public static List<Figure<FactorExposures>> rolling(
            double[] returns,
            List<String> names,
            double[][] factors,
            int[] ends,
            int window,
            RiskConventions conventions) {
        List<Figure<FactorExposures>> history = new ArrayList<>();
        for (int end : ends) {
            int from = Math.max(0, end + 1 - window);
            double[][] columns = Arrays.stream(factors)
                    .map(column -> Arrays.copyOfRange(column, from, end + 1))
                    .toArray(double[][]::new);
            history.add(
                    end + 1 < window
                            ? Figure.missing(Undefined.tooFew(end + 1, window))
                            : of(Arrays.copyOfRange(returns, from, end + 1), names, columns, conventions));
        }
        return history;
    }
}
