package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Parts of an amount by units. A part that does not end is rounded half-even to 34 digits; the rest is the difference. */
final class Shares {

    private Shares() {}

    /** Gives the share of {@code part} units in an amount for {@code whole} units. */
    static Money of(Money amount, Units part, Units whole) {
        if (part.compareTo(whole) == 0) {
            return amount;
        }
        if (part.isWhole() && whole.isWhole()) {
            return Money.of(
                    amount.amount().multiply(part.numerator()).divide(whole.numerator(), MathContext.DECIMAL128),
                    amount.currency());
        }
        BigDecimal share = amount.amount()
                .multiply(part.numerator())
                .multiply(whole.denominator())
                .divide(part.denominator().multiply(whole.numerator()), MathContext.DECIMAL128);
        return Money.of(share, amount.currency());
    }

    /** Gives the share in an amount that may be unknown. */
    static Optional<Money> of(Optional<Money> amount, Units part, Units whole) {
        return amount.map(known -> of(known, part, whole));
    }

    /** Gives what is left of an amount after a share of it was taken. */
    static Optional<Money> rest(Optional<Money> amount, Optional<Money> share) {
        return amount.flatMap(known -> share.map(Money::negated).map(known::plus));
    }
}
