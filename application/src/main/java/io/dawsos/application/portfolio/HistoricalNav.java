package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;

/** Daily total values of a portfolio: the result of {@code portfolio.historical_nav}. */
@Describe("Daily total values of a portfolio, weekdays only, in base currency.")
public record HistoricalNav(
        String baseCurrency,
        List<NavPoint> data,
        int dataPoints,

        @Describe("First date of the series; null if it is empty.")
        Figure<LocalDate> startDate,

        @Describe("Last date of the series; null if it is empty.")
        Figure<LocalDate> endDate,

        @Describe("Days that could not be valued and are left out.")
        int missingDays) {

    /** One day's value. */
    @Describe("One day's value.")
    public record NavPoint(
            LocalDate date,

            @Describe("Total value, cash included, in base currency.")
            double navValue) {}
}
