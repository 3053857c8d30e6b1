package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.performance.CalendarReturns.CalendarReturn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Months, years, periods and windows; right answers by hand from constant daily returns. */
class CalendarReturnsTest {

    private static ReturnSeries constant(LocalDate first, LocalDate last, double daily) {
        ValuationDays days = ValuationDays.between(first, last);
        double[] returns = new double[days.size()];
        Arrays.fill(returns, daily);
        return ReturnSeries.of(days, returns);
    }

    /** March 2026 has 22 weekdays, April 22, May 21. */
    @Test
    void a_month_links_its_weekdays() {
        ReturnSeries returns = constant(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 15), 0.001);
        List<CalendarReturn> months = CalendarReturns.months(returns);
        assertThat(months)
                .extracting(CalendarReturn::month)
                .containsExactly(Optional.of(3), Optional.of(4), Optional.of(5));
        double[] weekdays = {22, 22, 11};
        for (int i = 0; i < 3; i++) {
            assertThat(months.get(i).value().asOptional().orElseThrow())
                    .isCloseTo(Math.pow(1.001, weekdays[i]) - 1, within(1e-14));
        }
        // The first of March 2026 is a Sunday, so a history from the second on holds all of the month.
        assertThat(months).extracting(CalendarReturn::complete).containsExactly(true, true, false);
        List<CalendarReturn> years = CalendarReturns.years(returns);
        assertThat(years).hasSize(1);
        assertThat(years.get(0).complete()).isFalse();
        assertThat(years.get(0).value().asOptional().orElseThrow()).isCloseTo(Math.pow(1.001, 55) - 1, within(1e-14));
    }

    @Test
    void a_month_that_ends_on_a_weekend_is_complete_on_its_last_friday() {
        ReturnSeries returns = constant(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 30), 0.01);
        assertThat(CalendarReturns.months(returns).get(0).complete()).isTrue();
        ReturnSeries shorter = constant(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 29), 0.01);
        assertThat(CalendarReturns.months(shorter).get(0).complete()).isFalse();
    }

    @Test
    void periods_begin_at_the_end_of_a_day_before() {
        ValuationDays days = ValuationDays.between(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 5, 18));
        assertThat(Arrays.stream(ReturnPeriod.values())
                        .flatMap(period -> period.start(days).stream())
                        .map(LocalDate::toString))
                .containsExactly(
                        "2026-05-15",
                        "2026-05-11",
                        "2026-04-30",
                        "2026-04-18",
                        "2026-03-31",
                        "2025-12-31",
                        "2025-05-18",
                        "2023-05-18",
                        "2021-05-18");
        assertThat(ReturnPeriod.INCEPTION_TO_DATE.start(days)).isEmpty();
    }

    /** Two returns r and s: volatility |r - s| / sqrt(2) x sqrt(252). */
    @Test
    void windows_roll_to_the_last_day() {
        ReturnSeries returns = ReturnSeries.of(
                ValuationDays.between(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9)),
                new double[] {0.01, 0.03, Double.NaN, -0.02, 0.02});
        List<RollingReturns.RollingPoint> points = RollingReturns.of(returns, 2, 1);
        assertThat(points).extracting(point -> point.last().getDayOfMonth()).containsExactly(6, 7, 8, 9);
        assertThat(points.get(3).total()).isCloseTo(0.98 * 1.02 - 1, within(1e-15));
        assertThat(points.get(3).volatility()).isCloseTo(0.04 / Math.sqrt(2) * Math.sqrt(252), within(1e-13));
        assertThat(RollingReturns.of(returns, 2, 3))
                .extracting(point -> point.last().getDayOfMonth())
                .containsExactly(6, 9);
        assertThat(RollingReturns.of(returns, 5, 1)).isEmpty();
    }

    @Test
    void nothing_comes_of_nothing() {
        ReturnSeries none = ReturnSeries.of(
                ValuationDays.between(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6)),
                new double[] {Double.NaN, Double.NaN});
        assertThat(CalendarReturns.months(none)).isEmpty();
        assertThat(CalendarReturns.years(none)).isEmpty();
        assertThat(RollingReturns.of(none, 2, 1)).isEmpty();
    }
}
