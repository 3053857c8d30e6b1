package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.Map;

/** The table of returns: the result of {@code metrics.periods}. */
@Describe("Returns over the usual periods, all to the as-of date, in base currency. Returns are fractions.")
public record PeriodReturns(
        LocalDate asOf,
        String baseCurrency,

        @Describe("By period: 1d, 1w, mtd, 1m, qtd, ytd, 1y, 3y, 5y and itd, the whole history.")
        Map<String, Figure<PeriodNumbers>> periods,

        @Describe("How each return is computed, by its name.")
        Map<String, String> methods) {

    /** The numbers of one period. */
    public record PeriodNumbers(
            @Describe("The day at whose end the period begins; the first day for the whole history.")
            LocalDate from,

            @Describe("Time-weighted return.") Figure<Double> twr,

            @Describe("The same per year; only over 365 days or more.")
            Figure<Double> twrAnnualized,

            @Describe("Money-weighted return over the period.")
            Figure<Double> mwr,

            @Describe("The same per year (XIRR).") Figure<Double> mwrAnnualized,
            @Describe("Modified Dietz return.") Figure<Double> modifiedDietz,
            @Describe("Gain over the opening value.") Figure<Double> simple,

            @Describe("Value at the begin, in base currency.")
            Figure<Double> openingValue,

            @Describe("Value at the end, in base currency.") Figure<Double> closingValue,

            @Describe("Brought in less taken out, in base currency.")
            Figure<Double> netFlow,

            @Describe("Closing value less opening value less net flow.")
            Figure<Double> gain) {}
}
