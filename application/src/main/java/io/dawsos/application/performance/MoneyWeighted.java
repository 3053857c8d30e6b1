package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;

/** The money-weighted return of a portfolio: the result of {@code metrics.compute_mwr}. */
@Describe("The rate a year at which a portfolio's flows and values have a present value of 0. Rates are fractions.")
public record MoneyWeighted(
        LocalDate from,
        LocalDate asOf,
        @Describe("Over the whole time, not annualized.") Figure<Double> mwr,
        @Describe("Effective rate a year, actual/365.") Figure<Double> annMwr,

        @Describe("All rates a year above -100 % that satisfy the equation, ascending; more than one if flows change"
                + " direction often.")
        List<Double> allRates,

        @Describe("Whether no other rate satisfies the equation.")
        boolean unique,

        @Describe("Modified Dietz return over the time, which chooses among several rates.")
        Figure<Double> modifiedDietz,

        @Describe("Years of 365 days.") double years,
        String method) {}
