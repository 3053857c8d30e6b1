package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of one security that were acquired together and are still open.
 *
 * @param opening the entry that opened it; with the average method, the entry that opened the position
 * @param opened the date from which it counts
 * @param quantity open units; negative if they were sold short
 * @param cost what the open units cost in all, costs included; for a short lot minus the proceeds. Empty if nobody stated it
 */
public record Lot(TransactionId opening, LocalDate opened, BigDecimal quantity, Optional<Money> cost) {

    /** Precision of divisions that do not end: 34 digits. */
    static final MathContext PRECISION = MathContext.DECIMAL128;

    /** The part of this lot with so many units; what is left is the difference, so that costs sum to the whole. */
    Lot part(BigDecimal units) {
        Optional<Money> share = cost.map(
                money -> Money.of(money.amount().multiply(units).divide(quantity, PRECISION), money.currency()));
        return new Lot(opening, opened, units, units.compareTo(quantity) == 0 ? cost : share);
    }

    /** What is left of this lot without a part of it. */
    Lot without(Lot part) {
        return new Lot(
                opening,
                opened,
                quantity.subtract(part.quantity),
                cost.flatMap(whole -> part.cost.map(taken -> whole.plus(taken.negated()))));
    }

    /** This lot after each {@code oldUnits} units became {@code newUnits}. */
    Lot split(BigDecimal newUnits, BigDecimal oldUnits) {
        return new Lot(opening, opened, ratio(quantity, newUnits, oldUnits), cost);
    }

    /** Multiplies by an exact ratio; rounds to 34 digits only where the quotient does not end. */
    public static BigDecimal ratio(BigDecimal quantity, BigDecimal numerator, BigDecimal denominator) {
        return quantity.multiply(numerator).divide(denominator, PRECISION).stripTrailingZeros();
    }

    /** Cost of one unit in the cost's currency; empty if the cost is not known. */
    public Optional<BigDecimal> unitCost() {
        return cost.map(money -> money.amount().divide(quantity, PRECISION));
    }
}
