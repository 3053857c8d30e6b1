package io.dawsos.application.tax;

import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.TaxYear;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads what arguments say about methods, periods and years. */
final class TaxQuestion {

    private TaxQuestion() {}

    /** The rule of matching of a name such as {@code fifo} or {@code section_104}; first in first out if none is given. */
    static LotMatching matching(Optional<String> name) {
        if (name.isEmpty()) {
            return LotMatching.FIFO;
        }
        for (LotMatching matching : LotMatching.values()) {
            if (name(matching).equals(name.get())) {
                return matching;
            }
        }
        throw new InvalidArgumentException(
                "lot_method",
                "found " + name.get(),
                "one of "
                        + String.join(
                                ", ",
                                Arrays.stream(LotMatching.values())
                                        .map(TaxQuestion::name)
                                        .toList()));
    }

    /** A rule that keeps each lot apart, which losses must be traced through. */
    static LotMatching lots(Optional<String> name) {
        LotMatching matching = matching(name);
        if (matching == LotMatching.AVERAGE || matching == LotMatching.SECTION_104) {
            throw new InvalidArgumentException(
                    "lot_method", name(matching) + " keeps no single lots", "fifo, lifo, hifo or specific");
        }
        return matching;
    }

    static String name(LotMatching matching) {
        return matching.name().toLowerCase(Locale.ROOT);
    }

    static Optional<HoldingPeriod> holdingPeriod(Optional<Integer> months) {
        if (months.filter(count -> count < 0).isPresent()) {
            throw new InvalidArgumentException("long_term_after_months", "less than 0", "0 or more");
        }
        return months.map(count -> new HoldingPeriod(Period.ofMonths(count)));
    }

    static TaxYear year(int year, Optional<String> start) {
        if (year < 1900 || year > 9998) {
            throw new InvalidArgumentException("tax_year", "found " + year, "a year of four digits");
        }
        try {
            return TaxYear.beginning(
                    year, start.map(day -> MonthDay.parse("--" + day)).orElse(MonthDay.of(1, 1)));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(
                    "tax_year_start", "found " + start.orElse(""), "month and day such as 04-06");
        }
    }

    static int window(Optional<Integer> days) {
        int window = days.orElse(30);
        if (window < 0 || window > 366) {
            throw new InvalidArgumentException("window_days", "found " + window, "expected 0 to 366");
        }
        return window;
    }
}
