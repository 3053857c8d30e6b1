package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;

/** How a portfolio did: the result of {@code metrics.compute_twr} and {@code metrics.compute}. */
@Describe("How a portfolio did, in its base currency. Returns are fractions.")
public record PerformanceMetrics(
        @Describe("Last day of every period.") LocalDate asOf,
        @Describe("First day with a value.") Figure<LocalDate> since,

        @Describe("Time-weighted return of the last valuation day.")
        Figure<Double> twr1d,

        @Describe("Time-weighted return since the end of the last month.")
        Figure<Double> twrMtd,

        @Describe("Time-weighted return since the end of the last quarter.")
        Figure<Double> twrQtd,

        @Describe("Time-weighted return since the end of the last year.")
        Figure<Double> twrYtd,

        @Describe("Time-weighted return over one year.") Figure<Double> twr1y,

        @Describe("Time-weighted return over three years, per year.")
        Figure<Double> twr3yAnnualized,

        @Describe("Time-weighted return over five years, per year.")
        Figure<Double> twr5yAnnualized,

        @Describe("Time-weighted return since the first day.")
        Figure<Double> twrItd,

        @Describe("The same per year; only if the history is 365 days or longer.")
        Figure<Double> twrItdAnnualized,

        @Describe("Standard deviation (n-1) of daily returns x sqrt(252).")
        Figure<Double> volatility,

        @Describe("Mean daily return above the risk-free rate over its standard deviation (n-1), x sqrt(252).")
        Figure<Double> sharpeRatio,

        @Describe("Greatest fall of the return index from a peak, as a negative fraction.")
        Figure<Double> maxDrawdown,

        @Describe("Day of the peak before the greatest fall.")
        Figure<LocalDate> maxDrawdownPeak,

        @Describe("Day of the lowest point of the greatest fall.")
        Figure<LocalDate> maxDrawdownTrough,

        @Describe("Day on which the peak was reached again; null if it was not.")
        Figure<LocalDate> maxDrawdownRecovery,

        @Describe("Fall of the return index from its last peak to the as-of date, as a fraction, 0 at a peak.")
        Figure<Double> currentDrawdown,

        @Describe("Daily returns that volatility, Sharpe ratio and drawdown rest on.")
        int observations,

        @Describe("Days without a return, since their opening value was not positive or could not be known.")
        int skippedDays,

        Conventions conventions) {

    /** How the numbers were computed. */
    @Describe("How the numbers were computed.")
    public record Conventions(
            @Describe("Timing of external flows and linking.")
            String timeWeightedReturn,

            @Describe("Days that count.") String calendar,
            @Describe("Statistics of risk.") String risk,

            @Describe("Macro series of the risk-free rate, by FRED's id.")
            String riskFreeSeries) {}
}
