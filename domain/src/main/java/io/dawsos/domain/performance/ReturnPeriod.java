package io.dawsos.domain.performance;

import java.time.LocalDate;
import java.util.Optional;

/** A period of a table of returns, which ends on the last valuation day and begins at the end of a day before it. */
public enum ReturnPeriod {
    /** The last valuation day. */
    ONE_DAY("1d"),
    /** Seven days. */
    ONE_WEEK("1w"),
    /** Since the end of the month before. */
    MONTH_TO_DATE("mtd"),
    /** One calendar month. */
    ONE_MONTH("1m"),
    /** Since the end of the calendar quarter before. */
    QUARTER_TO_DATE("qtd"),
    /** Since the end of the calendar year before. */
    YEAR_TO_DATE("ytd"),
    /** One calendar year. */
    ONE_YEAR("1y"),
    /** Three calendar years. */
    THREE_YEARS("3y"),
    /** Five calendar years. */
    FIVE_YEARS("5y"),
    /** The whole history. */
    INCEPTION_TO_DATE("itd");

    private final String label;

    ReturnPeriod(String label) {
        this.label = label;
    }

    /** What it is called in tables. */
    public String label() {
        return label;
    }

    /** The day at whose end it begins; empty for the whole history. */
    public Optional<LocalDate> start(ValuationDays days) {
        int last = days.size() - 1;
        LocalDate asOf = days.date(last);
        return switch (this) {
            case ONE_DAY -> Optional.of(last > 0 ? days.date(last - 1) : asOf.minusDays(1));
            case ONE_WEEK -> Optional.of(asOf.minusWeeks(1));
            case MONTH_TO_DATE -> Optional.of(asOf.withDayOfMonth(1).minusDays(1));
            case ONE_MONTH -> Optional.of(asOf.minusMonths(1));
            case QUARTER_TO_DATE ->
                Optional.of(LocalDate.of(asOf.getYear(), asOf.getMonth().firstMonthOfQuarter(), 1)
                        .minusDays(1));
            case YEAR_TO_DATE -> Optional.of(LocalDate.of(asOf.getYear() - 1, 12, 31));
            case ONE_YEAR -> Optional.of(asOf.minusYears(1));
            case THREE_YEARS -> Optional.of(asOf.minusYears(3));
            case FIVE_YEARS -> Optional.of(asOf.minusYears(5));
            case INCEPTION_TO_DATE -> Optional.empty();
        };
    }
}
