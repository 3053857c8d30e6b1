package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a portfolio on a calendar date.
 *
 * <p>A stated amount is the truth about cash: it holds all costs, and quantity times price only checks it. Fees and taxes of a
 * trade are parts of its amount, kept for reports. Quantities are positive; the type says the direction.
 */
public sealed interface Transaction
        permits Transaction.OfSecurity,
                Transaction.Interest,
                Transaction.Fee,
                Transaction.Tax,
                Transaction.Deposit,
                Transaction.Withdrawal,
                CashConversion,
                Reversal {

    /** The calendar date on which it counts. */
    LocalDate date();

    /** What the owner noted; empty text if nothing. */
    String note();

    /** What it adds to the cash of its currency, negative if it takes; empty if no cash moves. */
    Optional<Money> cashEffect();

    /** What it adds to the cash of a second currency; only a conversion has one. */
    default Optional<Money> counterEffect() {
        return Optional.empty();
    }

    /** The name of its type in files, the database and the API. */
    TransactionType type();

    /** The securities whose units or payments it is about, the one it starts from first. */
    default List<SecurityId> securities() {
        return List.of();
    }

    /** A transaction of one security, or that starts from one. */
    sealed interface OfSecurity extends Transaction
            permits Buy, Sell, Dividend, TransferIn, TransferOut, Split, IncomeInUnits, CorporateAction {
        /** The security that is traded, held or paid for. */
        SecurityId security();

        @Override
        default List<SecurityId> securities() {
            return List.of(security());
        }
    }

    /**
     * Units bought.
     *
     * @param type BUY; COVER if it is meant to close a short position; RIGHTS if a right to subscribe was used
     * @param quantity units, more than 0
     * @param price per unit in the security's currency, before costs; empty if not stated
     * @param amount cash paid, costs included, more than or equal to 0
     * @param fee part of the amount that went to intermediaries, in its currency
     * @param tax part of the amount that went to a tax office, in its currency
     */
    record Buy(
            TransactionType type,
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Money amount,
            BigDecimal fee,
            BigDecimal tax,
            TradeTerms terms,
            String note)
            implements OfSecurity {
        public Buy {
            Bounds.requireType(type, TransactionType.BUY, TransactionType.COVER, TransactionType.RIGHTS);
            Bounds.requirePositive(quantity, "quantity");
            Bounds.requireNotNegative(amount.amount(), "amount");
        }

        /** A plain purchase. */
        public Buy(
                LocalDate date,
                SecurityId security,
                BigDecimal quantity,
                Optional<BigDecimal> price,
                Money amount,
                BigDecimal fee,
                BigDecimal tax,
                String note) {
            this(TransactionType.BUY, date, security, quantity, price, amount, fee, tax, TradeTerms.NONE, note);
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount.negated());
        }
    }

    /**
     * Units sold.
     *
     * @param type SELL; SHORT_SALE if it is meant to open a short position
     * @param quantity units, more than 0
     * @param price per unit in the security's currency, before costs; empty if not stated
     * @param amount cash received after costs; negative if costs exceeded the proceeds
     * @param fee what intermediaries kept, in the amount's currency
     * @param tax what a tax office kept, in the amount's currency
     */
    record Sell(
            TransactionType type,
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Money amount,
            BigDecimal fee,
            BigDecimal tax,
            TradeTerms terms,
            String note)
            implements OfSecurity {
        public Sell {
            Bounds.requireType(type, TransactionType.SELL, TransactionType.SHORT_SALE);
            Bounds.requirePositive(quantity, "quantity");
        }

        /** A plain sale. */
        public Sell(
                LocalDate date,
                SecurityId security,
                BigDecimal quantity,
                Optional<BigDecimal> price,
                Money amount,
                BigDecimal fee,
                BigDecimal tax,
                String note) {
            this(TransactionType.SELL, date, security, quantity, price, amount, fee, tax, TradeTerms.NONE, note);
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
        }
    }

    /**
     * Cash paid out by a security that is held.
     *
     * @param amount cash received after tax and fee
     * @param tax tax withheld, in the amount's currency; the gross dividend is amount plus tax plus fee
     * @param fee what intermediaries kept, in the amount's currency
     */
    record Dividend(
            LocalDate date,
            SecurityId security,
            Money amount,
            BigDecimal tax,
            BigDecimal fee,
            TradeTerms terms,
            String note)
            implements OfSecurity {

        /** A dividend without a fee, in the currency in which it was declared. */
        public Dividend(LocalDate date, SecurityId security, Money amount, BigDecimal tax, String note) {
            this(date, security, amount, tax, BigDecimal.ZERO, TradeTerms.NONE, note);
        }

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
     * Interest on cash, or other income that no security paid.
     *
     * @param type INTEREST or OTHER_INCOME
     * @param amount received after tax; negative if charged
     * @param tax tax withheld, in the amount's currency
     */
    record Interest(TransactionType type, LocalDate date, Money amount, BigDecimal tax, String note)
            implements Transaction {
        public Interest {
            Bounds.requireType(type, TransactionType.INTEREST, TransactionType.OTHER_INCOME);
        }

        /** Interest without tax. */
        public Interest(LocalDate date, Money amount, String note) {
            this(TransactionType.INTEREST, date, amount, BigDecimal.ZERO, note);
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.of(amount);
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
            Bounds.requirePositive(amount.amount(), "amount");
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
            Bounds.requirePositive(amount.amount(), "amount");
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
     * @param acquired the date on which they were acquired; empty if not known: the date of the transfer counts then
     */
    record TransferIn(
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<Money> cost,
            Optional<LocalDate> acquired,
            String note)
            implements OfSecurity {
        public TransferIn {
            Bounds.requirePositive(quantity, "quantity");
        }

        /** Units of whose acquisition no date is known. */
        public TransferIn(LocalDate date, SecurityId security, BigDecimal quantity, Optional<Money> cost, String note) {
            this(date, security, quantity, cost, Optional.empty(), note);
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
     * @param lots the lots that leave, as far as the owner named them
     */
    record TransferOut(LocalDate date, SecurityId security, BigDecimal quantity, List<LotChoice> lots, String note)
            implements OfSecurity {
        public TransferOut {
            Bounds.requirePositive(quantity, "quantity");
            lots = List.copyOf(lots);
        }

        /** Units of no named lots. */
        public TransferOut(LocalDate date, SecurityId security, BigDecimal quantity, String note) {
            this(date, security, quantity, List.of(), note);
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
     * @param type SPLIT; REVERSE_SPLIT; BONUS if units were given in addition to those held
     * @param newUnits more than 0
     * @param oldUnits more than 0
     */
    record Split(
            TransactionType type,
            LocalDate date,
            SecurityId security,
            BigDecimal newUnits,
            BigDecimal oldUnits,
            String note)
            implements OfSecurity {
        public Split {
            Bounds.requireType(type, TransactionType.SPLIT, TransactionType.REVERSE_SPLIT, TransactionType.BONUS);
            Bounds.requirePositive(newUnits, "newUnits");
            Bounds.requirePositive(oldUnits, "oldUnits");
            if (type == TransactionType.BONUS && newUnits.compareTo(oldUnits) <= 0) {
                throw new IllegalArgumentException("a bonus must add units");
            }
        }

        /** A plain split. */
        public Split(LocalDate date, SecurityId security, BigDecimal newUnits, BigDecimal oldUnits, String note) {
            this(TransactionType.SPLIT, date, security, newUnits, oldUnits, note);
        }

        @Override
        public Optional<Money> cashEffect() {
            return Optional.empty();
        }
    }
}
