package io.dawsos.domain.money;

import java.math.BigDecimal;

/**
 * An exact amount of one currency; negative when it is owed or paid.
 *
 * <p>Amounts are not rounded to the currency's digits: rounding happens only where cash is booked, through {@link Rounding}.
 *
 * @param amount in major units of the currency
 * @param currency the currency of the amount
 */
public record Money(BigDecimal amount, CurrencyCode currency) {

    /** Gives an amount of a currency. */
    public static Money of(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount, currency);
    }

    /** Gives an amount of a currency from their texts, for example {@code of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), CurrencyCode.of(currency));
    }

    /** Gives nothing of a currency. */
    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** Turns a payment into a receipt and the reverse. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The sign of the amount: -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }
}
