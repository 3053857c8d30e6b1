package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a company did to the units and their cost, other than splitting them or paying a dividend. */
public sealed interface CorporateAction extends Transaction.OfSecurity {

    /**
     * Capital paid back: it lowers the cost of the open units, and what goes beyond the cost is a gain.
     *
     * @param amount cash received after tax; negative if it was paid for a short position
     * @param tax tax withheld, in the amount's currency
     */
    record ReturnOfCapital(LocalDate date, SecurityId security, Money amount, BigDecimal tax, String note)
            implements CorporateAction {
        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }

        @Override
        public TransactionType type() {
            return TransactionType.RETURN_OF_CAPITAL;
        }
    }

    /**
     * Units of another security given to holders: part of the cost goes with them, dates of acquisition stay. Takes effect at
     * the start of its date.
     *
     * @param other the security that was given
     * @param newUnits of the other security, for each {@code oldUnits} held; more than 0
     * @param oldUnits more than 0
     * @param fraction of the cost that goes to the other security, 0 to 1
     */
    record SpinOff(
            LocalDate date,
            SecurityId security,
            SecurityId other,
            BigDecimal newUnits,
            BigDecimal oldUnits,
            BigDecimal fraction,
            String note)
            implements CorporateAction {
        public SpinOff {
            requireRatio(newUnits, oldUnits);
            Bounds.requireFraction(fraction);
            requireOther(security, other);
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.empty();
        }

        @Override
        public List<SecurityId> securities() {
            return List.of(security, other);
        }

        @Override
        public TransactionType type() {
            return TransactionType.SPIN_OFF;
        }
    }

    /**
     * All units turned into units of another security, into cash, or into both.
     *
     * <p>Units of the other security keep the dates of acquisition. Without a fraction, cash that comes beside units lowers
     * the cost, and what goes beyond the cost is a gain; with one, that fraction of the cost is set against the cash.
     *
     * @param exchange what the units turned into; empty if into cash alone
     * @param amount cash received; negative if it was paid; empty if none moved
     * @param fraction of the cost that goes with the cash, 0 to 1; empty if not stated
     */
    record Merger(
            LocalDate date,
            SecurityId security,
            Optional<Exchange> exchange,
            Optional<Money> amount,
            Optional<BigDecimal> fraction,
            String note)
            implements CorporateAction {
        public Merger {
            if (exchange.isEmpty() && amount.isEmpty()) {
                throw new IllegalArgumentException("a merger needs units, cash or both");
            }
            exchange.ifPresent(units -> requireOther(security, units.other()));
            fraction.ifPresent(Bounds::requireFraction);
        }

        @Override
        public Optional<Money> cashEffect() {
            return amount;
        }

        @Override
        public List<SecurityId> securities() {
            return exchange.map(units -> List.of(security, units.other())).orElse(List.of(security));
        }

        @Override
        public TransactionType type() {
            return TransactionType.MERGER;
        }
    }

    /**
     * A ratio at which units of one security turn into those of another.
     *
     * @param newUnits of the other security, for each {@code oldUnits}; more than 0
     * @param oldUnits more than 0
     */
    record Exchange(SecurityId other, BigDecimal newUnits, BigDecimal oldUnits) {
        public Exchange {
            requireRatio(newUnits, oldUnits);
        }
    }

    private static void requireRatio(BigDecimal newUnits, BigDecimal oldUnits) {
        Bounds.requirePositive(newUnits, "newUnits");
        Bounds.requirePositive(oldUnits, "oldUnits");
    }

    private static void requireOther(SecurityId security, SecurityId other) {
        if (security.equals(other)) {
            throw new IllegalArgumentException("the other security must be another one");
        }
    }
}
