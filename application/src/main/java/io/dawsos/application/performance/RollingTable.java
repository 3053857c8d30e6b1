package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import java.time.LocalDate;
import java.util.List;

/** Return and risk of rolling windows: the result of {@code metrics.rolling}. */
@Describe("Return and risk of every window of so many daily returns.")
public record RollingTable(
        @Describe("Daily returns in a window.") int windowDays,
        @Describe("Days from one window to the next.") int stepDays,
        @Describe("Oldest first.") List<RollingWindow> windows) {

    /** One window. */
    public record RollingWindow(
            @Describe("Its last day.") LocalDate date,

            @Describe("Time-weighted return over the window, not annualized; a fraction.")
            double twr,

            @Describe("Standard deviation (n-1) of the daily returns x sqrt(252).")
            double volatility) {}
}
