package io.dawsos.application.risk;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Statistics of a portfolio's daily returns: the result of {@code risk.statistics}. */
@Describe("Statistics of a portfolio's daily returns in base currency. Returns, losses and falls are fractions.")
public record RiskStatistics(
        @Describe("First day with a return in the window.") Optional<LocalDate> startDate,
        LocalDate endDate,
        @Describe("Daily returns.") int observations,
        @Describe("Mean daily return times 252.") Figure<Double> annualReturn,
        @Describe("Standard deviation (n-1) x sqrt(252).") Figure<Double> volatility,

        @Describe("Root of the mean squared shortfall below the risk-free rate, over all n, x sqrt(252).")
        Figure<Double> downsideDeviation,

        @Describe("The same below the mean.") Figure<Double> semiDeviation,
        @Describe("Sharpe 1994.") Figure<Double> sharpeRatio,

        @Describe("Sharpe ratio corrected for skewness and kurtosis (Pezier and White 2006).")
        Figure<Double> adjustedSharpeRatio,

        @Describe("Return above the risk-free rate over downside deviation (Sortino and Price 1994).")
        Figure<Double> sortinoRatio,

        @Describe("Annual return over the greatest fall.") Figure<Double> calmarRatio,

        @Describe("Sum of returns above the risk-free rate over the sum of those below (Keating and Shadwick 2002).")
        Figure<Double> omegaRatio,

        @Describe("Annual return over the ulcer index (Martin 1987).")
        Figure<Double> martinRatio,

        @Describe("Annual return over the pain index.") Figure<Double> painRatio,

        @Describe("Greatest fall from a peak, as a negative fraction.")
        Figure<Double> maxDrawdown,

        @Describe("Mean of the depths of all falls, as a negative fraction.")
        Figure<Double> averageDrawdown,

        @Describe("Root of the mean squared fall (Martin 1987).")
        Figure<Double> ulcerIndex,

        @Describe("Mean fall.") Figure<Double> painIndex,

        @Describe("The deepest falls, the deepest first; at most 5.")
        List<Fall> drawdowns,

        @Describe("Third moment over the cube of the deviation; negative if losses are the long tail.")
        Figure<Double> skewness,

        @Describe("Fourth moment over the squared variance, less 3.")
        Figure<Double> excessKurtosis,

        @Describe("95th percentile of gains over the 5th of losses.")
        Figure<Double> tailRatio,

        @Describe("Days with a return above 0, as a fraction of all.")
        Figure<Double> positiveDays,

        Figure<Double> bestDay,
        Figure<Double> worstDay,
        @Describe("How the figures are computed.") String conventions) {

    /** A fall from a peak. */
    public record Fall(
            @Describe("As a negative fraction.") double depth,
            @Describe("First day below the peak.") LocalDate from,
            @Describe("Lowest day.") LocalDate trough,

            @Describe("Day on which the peak was reached again; null if it was not.")
            Optional<LocalDate> recovery) {}
}
