package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Returns by calendar month and year: the result of {@code metrics.calendar}. */
@Describe("Time-weighted returns by calendar month and year, as fractions.")
public record CalendarTable(
        LocalDate asOf,
        @Describe("In order.") List<CalendarCell> months,
        @Describe("In order.") List<CalendarCell> years,

        @Describe("The complete month with the highest return.")
        Optional<CalendarCell> bestMonth,

        @Describe("The complete month with the lowest return.")
        Optional<CalendarCell> worstMonth,

        @Describe("Complete months with a return above 0, as a fraction of all; null if there are none.")
        Optional<Double> positiveMonths) {

    /** One month or year. */
    public record CalendarCell(
            int year,
            @Describe("1 to 12; null for a whole year.") Optional<Integer> month,

            @Describe("Time-weighted return, not annualized.")
            Figure<Double> twr,

            @Describe("Whether the history holds all of it.")
            boolean complete) {}
}
