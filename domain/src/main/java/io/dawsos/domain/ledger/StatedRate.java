package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;

/**
 * An exchange rate that a statement gives for one transaction.
 *
 * @param currency the currency that the rate leads to
 * @param rate units of it for one unit of the transaction's currency, more than 0
 */
public record StatedRate(CurrencyCode currency, BigDecimal rate) {

    /** @throws IllegalArgumentException if the rate is not more than 0 */
    public StatedRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate must be more than 0");
        }
    }

    /** Converts an amount of the transaction's currency, exactly. */
    public Money convert(Money amount) {
        return Money.of(amount.amount().multiply(rate), currency);
    }
}
