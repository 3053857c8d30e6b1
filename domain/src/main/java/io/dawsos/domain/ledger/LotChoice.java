package io.dawsos.domain.ledger;

import java.math.BigDecimal;

/**
 * A lot that the owner named for a sale.
 *
 * @param quantity units of it to use up, more than 0
 */
public record LotChoice(LotId lot, BigDecimal quantity) {

    /** @throws IllegalArgumentException if the quantity is not more than 0 */
    public LotChoice {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be more than 0");
        }
    }
}
