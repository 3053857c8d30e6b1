package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import java.time.LocalDate;
import java.util.Map;

/** Where a portfolio's return came from: the result of {@code attribution.currency}. */
@Describe("Where a portfolio's return came from; local + FX + interaction = total. Returns are fractions.")
public record CurrencyAttributionResult(
        String baseCurrency,
        @Describe("Day at whose end the window opens.") LocalDate startDate,
        @Describe("Last day of the window.") LocalDate endDate,

        @Describe("From prices and income in local currency.")
        double localReturn,

        @Describe("From exchange rates.") double fxReturn,
        @Describe("From both together.") double interaction,

        @Describe("Sum of the three: the time-weighted return of the window.")
        double totalReturn,

        @Describe("Total minus the time-weighted return computed on its own.")
        double residual,

        Map<String, CurrencyPart> byCurrency,
        @Describe("How the parts were computed and linked.") String method) {

    /** The part of one currency. */
    @Describe("The part of one currency.")
    public record CurrencyPart(
            double local,
            double fx,
            double interaction,
            double total,

            @Describe("Fraction of the portfolio's value at the start of the window.")
            double weight) {}
}
