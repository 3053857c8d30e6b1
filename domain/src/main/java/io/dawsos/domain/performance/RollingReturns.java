package io.dawsos.domain.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Return and risk of every window of so many returns that a history holds. */
public final class RollingReturns {

    private RollingReturns() {}

    /**
     * One window.
     *
     * @param last its last day
     * @param total the returns linked, as a fraction, not annualized
     * @param volatility sample standard deviation of the returns times the square root of 252
     */
    public record RollingPoint(LocalDate last, double total, double volatility) {}

    /**
     * Gives the windows in order; those that hold a day without a known value are left out.
     *
     * @param length returns in a window, 2 or more
     * @param step days from one window to the next, 1 or more; the last window ends on the last day with a return
     */
    public static List<RollingPoint> of(ReturnSeries returns, int length, int step) {
        List<RollingPoint> points = new ArrayList<>();
        for (int day = returns.days().size() - 1; day >= 0; day -= step) {
            ReturnWindow window = returns.upTo(day, length);
            if (window.size() < length) {
                break;
            }
            Optional<Double> total = window.total().asOptional();
            Optional<Double> volatility = window.volatility().asOptional();
            if (total.isPresent() && volatility.isPresent()) {
                points.add(new RollingPoint(returns.days().date(day), total.get(), volatility.get()));
            }
        }
        Collections.reverse(points);
        return points;
    }
}
