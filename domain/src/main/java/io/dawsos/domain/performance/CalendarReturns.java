package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Time-weighted returns of the calendar months and years that a history touches. */
public final class CalendarReturns {

    private CalendarReturns() {}

    /**
     * The return of one calendar month or year.
     *
     * @param month 1 to 12; empty for a whole year
     * @param value as a fraction, not annualized; missing if a day of it can't be known
     * @param complete whether the history holds all of it; the first and last are often parts
     * @param after index of the day at whose end it begins; -1 for the start of the first day
     * @param last index of its last day
     */
    public record CalendarReturn(
            int year, Optional<Integer> month, Figure<Double> value, boolean complete, int after, int last) {}

    /** Gives the months in order; empty if no day has a return. */
    public static List<CalendarReturn> months(ReturnSeries returns) {
        List<CalendarReturn> months = new ArrayList<>();
        int first = returns.firstKnown();
        if (first < 0) {
            return months;
        }
        ValuationDays days = returns.days();
        YearMonth last = YearMonth.from(days.date(days.size() - 1));
        for (YearMonth month = YearMonth.from(days.date(first)); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(of(
                    returns,
                    month.getYear(),
                    Optional.of(month.getMonthValue()),
                    month.atDay(1),
                    month.atEndOfMonth()));
        }
        return months;
    }

    /** Gives the years in order; empty if no day has a return. */
    public static List<CalendarReturn> years(ReturnSeries returns) {
        List<CalendarReturn> years = new ArrayList<>();
        int first = returns.firstKnown();
        if (first < 0) {
            return years;
        }
        ValuationDays days = returns.days();
        int last = days.date(days.size() - 1).getYear();
        for (int year = days.date(first).getYear(); year <= last; year++) {
            years.add(of(returns, year, Optional.empty(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        return years;
    }

    private static CalendarReturn of(
            ReturnSeries returns, int year, Optional<Integer> month, LocalDate from, LocalDate to) {
        ValuationDays days = returns.days();
        int first = returns.firstKnown();
        int after = Math.max(days.indexOnOrBefore(from.minusDays(1)), first - 1);
        int last = days.indexOnOrBefore(to);
        LocalDate asOf = days.date(days.size() - 1);
        boolean complete = !days.date(first).isAfter(firstWeekday(from)) && !asOf.isBefore(lastWeekday(to));
        return new CalendarReturn(year, month, returns.between(after, last), complete, after, last);
    }

    private static LocalDate firstWeekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    private static LocalDate lastWeekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.minusDays(2);
            default -> date;
        };
    }
}
