package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Unavailable;
import java.time.LocalDate;

/** The reason that a security has no price on a date. */
public final class MissingPrice {

    private MissingPrice() {}

    /** Names the security and the date. */
    public static Unavailable of(String symbol, LocalDate date) {
        return new Unavailable(
                "price_missing",
                "no price of " + symbol + " on or before " + date,
                "import prices of " + symbol + " that begin on or before " + date);
    }
}
