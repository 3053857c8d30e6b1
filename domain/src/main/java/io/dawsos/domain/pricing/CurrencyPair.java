package io.dawsos.domain.pricing;

import io.dawsos.domain.money.CurrencyCode;

/**
 * A quotation of one currency in another.
 *
 * @param base the currency of which one unit is quoted
 * @param quote the currency that the rate is stated in
 */
public record CurrencyPair(CurrencyCode base, CurrencyCode quote) implements Comparable<CurrencyPair> {

    /** The same two currencies quoted the other way. */
    public CurrencyPair inverse() {
        return new CurrencyPair(quote, base);
    }

    @Override
    public int compareTo(CurrencyPair other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return base + "/" + quote;
    }
}
