package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that happened to a portfolio on a calendar date.
 *
 * <p>A stated amount is the truth about cash: it holds all costs, and quantity times price only checks it. Fees and taxes of a
 * trade are parts of its amount, kept for reports. Quantities are positive; the type says the direction.
 */
public sealed interface Transaction {

    /** The calendar date on which it counts. */
    LocalDate date();

    /** What the owner noted; empty text if nothing. */
    String note();

    /** What it adds to the cash of its currency, negative if it takes; empty if no cash moves. */
    Optional<Money> cashEffect();

    /** The name of its type in files, the database and the API. */
    TransactionType type();

    /** A transaction of one security. */
    sealed interface OfSecurity extends Transaction {
        /** The security that is traded, held or paid for. */
        SecurityId security();
    }

    /**
     * Units bought.
     *
     * @param quantity units, more than 0
     * @param price per unit in the security's currency, before costs; empty if not stated
     * @param amount cash paid, costs included, more than or equal to 0
     * @param fee part of the amount that went to intermediaries, in its currency
     * @param tax part of the amount that went to a tax office, in its currency
     */
    record Buy(
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Money amount,
            BigDecimal fee,
            BigDecimal tax,
            String note)
            implements OfSecurity {
        public Buy {
            requirePositive(quantity, "quantity");
            requireNotNegative(amount.amount(), "amount");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount.negated());
        }

        @Override
        public TransactionType type() {
            return TransactionType.BUY;
        }
    }

    /**
     * Units sold.
     *
     * @param quantity units, more than 0
     * @param price per unit in the security's currency, before costs; empty if not stated
     * @param amount cash received after costs; negative if costs exceeded the proceeds
     * @param fee what intermediaries kept, in the amount's currency
     * @param tax what a tax office kept, in the amount's currency
     */
    record Sell(
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Money amount,
            BigDecimal fee,
            BigDecimal tax,
            String note)
            implements OfSecurity {
        public Sell {
            requirePositive(quantity, "quantity");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }

        @Override
        public TransactionType type() {
            return TransactionType.SELL;
        }
    }

    /**
     * Cash paid out by a security that is held.
     *
     * @param amount cash received after tax
     * @param tax tax withheld, in the amount's currency; the gross dividend is amount plus tax
     */
    record Dividend(LocalDate date, SecurityId security, Money amount, BigDecimal tax, String note)
            implements OfSecurity {
        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }

        @Override
        public TransactionType type() {
            return TransactionType.DIVIDEND;
        }
    }

    /**
     * Interest on cash.
     *
     * @param amount received; negative if charged
     */
    record Interest(LocalDate date, Money amount, String note) implements Transaction {
        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }

        @Override
        public TransactionType type() {
            return TransactionType.INTEREST;
        }
    }

    /**
     * A fee that belongs to no trade.
     *
     * @param amount paid; negative if refunded
     */
    record Fee(LocalDate date, Money amount, String note) implements Transaction {
        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount.negated());
        }

        @Override
        public TransactionType type() {
            return TransactionType.FEE;
        }
    }

    /**
     * A tax that belongs to no trade or dividend.
     *
     * @param amount paid; negative if refunded
     */
    record Tax(LocalDate date, Money amount, String note) implements Transaction {
        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount.negated());
        }

        @Override
        public TransactionType type() {
            return TransactionType.TAX;
        }
    }

    /**
     * Cash brought into the portfolio from outside.
     *
     * @param amount more than 0
     */
    record Deposit(LocalDate date, Money amount, String note) implements Transaction {
        public Deposit {
            requirePositive(amount.amount(), "amount");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }

        @Override
        public TransactionType type() {
            return TransactionType.DEPOSIT;
        }
    }

    /**
     * Cash taken out of the portfolio.
     *
     * @param amount more than 0
     */
    record Withdrawal(LocalDate date, Money amount, String note) implements Transaction {
        public Withdrawal {
            requirePositive(amount.amount(), "amount");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount.negated());
        }

        @Override
        public TransactionType type() {
            return TransactionType.WITHDRAWAL;
        }
    }

    /**
     * Units brought in from outside; an inflow at market value, no cash moves.
     *
     * @param quantity units, more than 0
     * @param cost what the units cost when they were acquired, in all; empty if not known
     */
    record TransferIn(LocalDate date, SecurityId security, BigDecimal quantity, Optional<Money> cost, String note)
            implements OfSecurity {
        public TransferIn {
            requirePositive(quantity, "quantity");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.empty();
        }

        @Override
        public TransactionType type() {
            return TransactionType.TRANSFER_IN;
        }
    }

    /**
     * Units taken out; an outflow at market value, no cash moves.
     *
     * @param quantity units, more than 0
     */
    record TransferOut(LocalDate date, SecurityId security, BigDecimal quantity, String note) implements OfSecurity {
        public TransferOut {
            requirePositive(quantity, "quantity");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.empty();
        }

        @Override
        public TransactionType type() {
            return TransactionType.TRANSFER_OUT;
        }
    }

    /**
     * Each {@code oldUnits} units become {@code newUnits}; costs stay. Takes effect at the start of its date.
     *
     * @param newUnits more than 0
     * @param oldUnits more than 0
     */
    record Split(LocalDate date, SecurityId security, BigDecimal newUnits, BigDecimal oldUnits, String note)
            implements OfSecurity {
        public Split {
            requirePositive(newUnits, "newUnits");
            requirePositive(oldUnits, "oldUnits");
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.empty();
        }

        @Override
        public TransactionType type() {
            return TransactionType.SPLIT;
        }
    }

    private static void requirePositive(BigDecimal value, String what) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be more than 0");
        }
    }

    private static void requireNotNegative(BigDecimal value, String what) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " must not be negative");
        }
    }
}
