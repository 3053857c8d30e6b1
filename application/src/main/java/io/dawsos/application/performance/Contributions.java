package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What each holding added to a portfolio's return: the result of {@code attribution.contribution}. */
@Describe("What each holding, sector and currency added to a portfolio's time-weighted return. All are fractions.")
public record Contributions(
        String baseCurrency,
        @Describe("Day at whose end the window opens.") LocalDate startDate,
        @Describe("Last day of the window.") LocalDate endDate,

        @Describe("Securities and cash that were held in the window, the greatest contribution first.")
        List<Contribution> positions,

        @Describe("The same by sector; cash is a sector of its own.")
        List<GroupContribution> sectors,

        @Describe("The same by currency.") List<GroupContribution> currencies,
        @Describe("Sum of all contributions.") double totalContribution,

        @Describe("The time-weighted return of the window, computed on its own.")
        double portfolioReturn,

        @Describe("Total contribution minus portfolio return.")
        double residual,

        @Describe("How contributions were computed and linked.")
        String method) {

    /** One holding. */
    public record Contribution(
            @Describe("Null for cash.") Optional<UUID> securityId,

            @Describe("Cash and its currency where there is no security.")
            String symbol,

            String sector,
            String currency,

            @Describe("Fraction of the portfolio's value where the window opens.")
            double weight,

            @Describe("What it added to the portfolio's return.")
            double contribution,

            @Describe("The part of prices and income in local currency.")
            double local,

            @Describe("The part of exchange rates.") double fx,
            @Describe("The part of both together.") double interaction,

            @Describe("Its own time-weighted return in base currency.")
            Figure<Double> ownReturn) {}

    /** One sector or currency. */
    public record GroupContribution(
            String name,

            @Describe("Fraction of the portfolio's value where the window opens.")
            double weight,

            double contribution) {}
}
