package io.dawsos.domain.attribution;

import io.dawsos.domain.money.CurrencyCode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A return over a window split into local prices and income, exchange rates, and both together.
 *
 * <p>Each day and sleeve i, with local value L, local gain G and rate X: local = G X[t-1], fx = L[t-1] (X[t] - X[t-1]),
 * interaction = G (X[t] - X[t-1]), each over the portfolio's opening value and inflow. This is (1 + local)(1 + fx) - 1 (Ankrim and
 * Hensel 1994) with weights of each day. Days are linked by logarithms (Carino 1999), so that the parts sum to the time-weighted
 * return of the window. The gain of cash is its interest less fees and taxes.
 *
 * @param byCurrency parts by local currency, in the order of their codes
 * @param twr the time-weighted return of the same window, computed on its own
 */
public record CurrencyAttribution(Parts total, Map<CurrencyCode, CurrencyParts> byCurrency, double twr) {

    public CurrencyAttribution {
        byCurrency = Collections.unmodifiableMap(new TreeMap<>(byCurrency));
    }

    /** The name of the method. */
    public static final String METHOD =
            "daily local, FX and interaction over opening value, linked by logarithms (Carino 1999)";

    /** The three parts of a return, as fractions. */
    public record Parts(double local, double fx, double interaction) {
        /** Their sum. */
        public double total() {
            return local + fx + interaction;
        }
    }

    /**
     * The parts of one currency.
     *
     * @param weight its share of the portfolio's value where the window opens
     */
    public record CurrencyParts(Parts parts, double weight) {}
}
