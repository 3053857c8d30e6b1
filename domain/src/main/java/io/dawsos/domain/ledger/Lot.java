package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of one security that were acquired together and are still open.
 *
 * <p>A lot of negative quantity is a short sale that is not yet covered; its cost is the negative of what the sale brought.
 * So the unrealized gain of every lot is its market value minus its cost.
 *
 * @param opened the date on which its units were acquired: of the transaction that opened it, unless they brought an older one
 * @param quantity open units, never 0
 * @param cost what the open units cost, costs of the trade included, in the currency that was paid; empty if units came
 *     in without a stated cost
 */
public record Lot(LotId id, SecurityId security, LocalDate opened, BigDecimal quantity, Optional<Money> cost) {

    /** Multiplies by a ratio; rounded half-even to 34 digits only where the quotient does not end. */
    public static BigDecimal ratio(BigDecimal quantity, BigDecimal numerator, BigDecimal denominator) {
        return quantity.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
    }
}
