package io.dawsos.domain.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The days on which a portfolio is valued: the weekdays from its first entry to the as-of date, and the as-of date itself if it is
 * a weekend. What happens on another day counts on the next valuation day.
 */
public final class ValuationDays {

    private static final int SATURDAY = 6;

    private final int[] days;

    private ValuationDays(int[] days) {
        this.days = days;
    }

    /** Lists the days of a span; none if it ends before it begins. */
    public static ValuationDays between(LocalDate first, LocalDate asOf) {
        long span = Math.max(0, asOf.toEpochDay() - first.toEpochDay() + 1);
        int[] days = new int[Math.toIntExact(span)];
        int count = 0;
        int weekday = first.getDayOfWeek().getValue();
        for (long day = first.toEpochDay(); day <= asOf.toEpochDay(); day++) {
            if (weekday < SATURDAY || day == asOf.toEpochDay()) {
                days[count++] = Math.toIntExact(day);
            }
            weekday = weekday == DayOfWeek.SUNDAY.getValue() ? 1 : weekday + 1;
        }
        return new ValuationDays(Arrays.copyOf(days, count));
    }

    /** Takes these days as they are, in ascending order. */
    public static ValuationDays of(int... epochDays) {
        return new ValuationDays(epochDays.clone());
    }

    /** How many days there are. */
    public int size() {
        return days.length;
    }

    /** A day, counted from 1970-01-01. */
    public int day(int index) {
        return days[index];
    }

    /** The date of a day. */
    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** The days, counted from 1970-01-01; a copy. */
    public int[] toArray() {
        return days.clone();
    }

    /** The index of the last day on or before a date, or -1. */
    public int indexOnOrBefore(LocalDate date) {
        int found = Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }

    /** The index of the first day on or after a date, or the number of days. */
    public int indexOnOrAfter(LocalDate date) {
        int found = Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 1;
    }
}
