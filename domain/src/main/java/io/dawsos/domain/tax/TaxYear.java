package io.dawsos.domain.tax;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A year for which gains are reported.
 *
 * @param from its first date
 * @param to its last date
 */
public record TaxYear(LocalDate from, LocalDate to) {

    /** The tax year that begins in a calendar year on a given day; 1 January makes it the calendar year. */
    public static TaxYear beginning(int year, MonthDay start) {
        LocalDate from = start.atYear(year);
        return new TaxYear(from, start.atYear(year + 1).minusDays(1));
    }

    /** Whether a date falls in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
