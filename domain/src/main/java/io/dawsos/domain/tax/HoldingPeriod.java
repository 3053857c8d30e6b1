package io.dawsos.domain.tax;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long units must be held for a gain to be a long-term one.
 *
 * @param longAfter units sold later than this after their acquisition were held long; on the very day they were not
 */
public record HoldingPeriod(Period longAfter) {

    /** The term of units acquired on one date and sold on another. */
    public Term term(LocalDate acquired, LocalDate sold) {
        return sold.isBefore(longFrom(acquired)) ? Term.SHORT : Term.LONG;
    }

    /** The first date on which a sale is long-term. */
    public LocalDate longFrom(LocalDate acquired) {
        return acquired.plus(longAfter).plusDays(1);
    }
}
