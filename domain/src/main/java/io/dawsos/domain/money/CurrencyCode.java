package io.dawsos.domain.money;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An ISO 4217 currency, such as {@code USD}.
 *
 * <p>Only codes that the JDK's currency table lists and that have decimal digits of their own exist; funds codes without
 * digits (XXX, XAU) do not. Minor units such as pence (GBX) are not currencies.
 *
 * @param code three upper-case letters
 */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {

    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    /** @throws IllegalArgumentException if the code is not a known currency */
    public CurrencyCode {
        if (!DIGITS.containsKey(code)) {
            throw new IllegalArgumentException("unknown currency: " + code);
        }
    }

    /** Gives the currency of a code. */
    public static CurrencyCode of(String code) {
        return new CurrencyCode(code);
    }

    /** Gives the currency of a code, or nothing if the code is not a known currency. */
    public static Optional<CurrencyCode> parse(String code) {
        return DIGITS.containsKey(code) ? Optional.of(new CurrencyCode(code)) : Optional.empty();
    }

    /** The number of decimals of a booked amount, for example 2 for USD and 0 for JPY. */
    public int digits() {
        return java.util.Objects.requireNonNull(DIGITS.get(code));
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
