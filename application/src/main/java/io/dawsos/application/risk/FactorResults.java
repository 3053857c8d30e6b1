package io.dawsos.application.risk;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The results of the capabilities about factors. */
public final class FactorResults {

    private FactorResults() {}

    /** How a portfolio moves with factors: the result of {@code risk.compute_factor_exposures}. */
    @Describe("How a portfolio's daily returns move with factors: a regression with intercept.")
    public record Exposures(
            LocalDate startDate,
            LocalDate endDate,

            @Describe("Days on which portfolio and all factors have a change.")
            int observations,

            @Describe("By factor.") Map<String, Exposure> factors,

            @Describe("Return a year that the factors don't explain.")
            double alpha,

            @Describe("Of the intercept, with errors by Newey and West.")
            Figure<Double> alphaTStatistic,

            @Describe("Part of the variance that the factors explain.")
            Figure<Double> rSquared,

            Figure<Double> adjustedRSquared,

            @Describe("Standard deviation (n-1) x sqrt(252) of these days.")
            Figure<Double> portfolioVolatility,

            @Describe("Deviation a year of what the factors don't explain.")
            double residualVolatility,

            String method) {}

    /** One factor. */
    public record Exposure(
            @Describe("The series, by the id of its publisher.")
            String series,

            @Describe("difference: change of a rate, 0.01 for one percentage point; return: relative change.")
            String change,

            @Describe("Change of the portfolio's return for a change of 1 of the factor.")
            double beta,

            @Describe("beta over its error by least squares.")
            Figure<Double> tStatistic,

            @Describe("beta over its error by Newey and West.")
            Figure<Double> robustTStatistic,

            @Describe("Part of the portfolio's variance; all sum to R squared.")
            double varianceShare,

            @Describe("beta times the factor's mean change, a year.")
            double returnContribution) {}

    /** Exposures over time: the result of {@code risk.get_factor_exposure_history}. */
    @Describe("Exposures of windows that end on several days.")
    public record ExposureHistory(
            @Describe("Returns in each window.") int windowDays,

            @Describe("Returns from one window to the next.")
            int stepDays,

            @Describe("Oldest first.") List<ExposurePoint> history,
            int count,
            String method) {}

    /** One window. */
    public record ExposurePoint(
            @Describe("Its last day.") LocalDate date,
            @Describe("beta by factor.") Map<String, Double> betas,
            Figure<Double> rSquared,
            double residualVolatility) {}
}
