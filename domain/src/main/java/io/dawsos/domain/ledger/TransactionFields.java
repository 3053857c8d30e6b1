package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A transaction laid flat: every field that any type has, absent where its type has none. This is the one bridge between the
 * sealed types and rows, files and hashes.
 *
 * @param amount as its type states it (positive for a purchase), not the signed cash effect
 */
public record TransactionFields(
        TransactionType type,
        LocalDate date,
        Optional<SecurityId> security,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price,
        Optional<Money> amount,
        Optional<BigDecimal> fee,
        Optional<BigDecimal> tax,
        Optional<BigDecimal> newUnits,
        Optional<BigDecimal> oldUnits,
        String note) {

    private static final Optional<BigDecimal> NONE = Optional.empty();

    /** Lays a transaction flat. */
    public static TransactionFields of(Transaction transaction) {
        LocalDate date = transaction.date();
        TransactionType type = transaction.type();
        String note = transaction.note();
        if (transaction instanceof Transaction.Buy buy) {
            return trade(
                    type, date, buy.security(), buy.quantity(), buy.price(), buy.amount(), buy.fee(), buy.tax(), note);
        }
        if (transaction instanceof Transaction.Sell sell) {
            return trade(
                    type,
                    date,
                    sell.security(),
                    sell.quantity(),
                    sell.price(),
                    sell.amount(),
                    sell.fee(),
                    sell.tax(),
                    note);
        }
        if (transaction instanceof Transaction.Dividend dividend) {
            return new TransactionFields(
                    type,
                    date,
                    Optional.of(dividend.security()),
                    NONE,
                    NONE,
                    Optional.of(dividend.amount()),
                    NONE,
                    Optional.of(dividend.tax()),
                    NONE,
                    NONE,
                    note);
        }
        if (transaction instanceof Transaction.Interest interest) {
            return cash(type, date, interest.amount(), note);
        }
        if (transaction instanceof Transaction.Fee fee) {
            return cash(type, date, fee.amount(), note);
        }
        if (transaction instanceof Transaction.Tax tax) {
            return cash(type, date, tax.amount(), note);
        }
        if (transaction instanceof Transaction.Deposit deposit) {
            return cash(type, date, deposit.amount(), note);
        }
        if (transaction instanceof Transaction.Withdrawal withdrawal) {
            return cash(type, date, withdrawal.amount(), note);
        }
        if (transaction instanceof Transaction.TransferIn in) {
            return transfer(type, date, in.security(), in.quantity(), in.cost(), note);
        }
        if (transaction instanceof Transaction.TransferOut out) {
            return transfer(type, date, out.security(), out.quantity(), Optional.empty(), note);
        }
        if (transaction instanceof Transaction.Split split) {
            return new TransactionFields(
                    type,
                    date,
                    Optional.of(split.security()),
                    NONE,
                    NONE,
                    Optional.empty(),
                    NONE,
                    NONE,
                    Optional.of(split.newUnits()),
                    Optional.of(split.oldUnits()),
                    note);
        }
        throw new AssertionError("a type without fields: " + type);
    }

    /**
     * Makes the transaction of these fields.
     *
     * @throws NoSuchElementException if a field that the type needs is absent
     * @throws IllegalArgumentException if a field is out of its bounds
     */
    public Transaction toTransaction() {
        return switch (type) {
            case BUY ->
                new Transaction.Buy(
                        date, need(security), need(quantity), price, need(amount), orZero(fee), orZero(tax), note);
            case SELL ->
                new Transaction.Sell(
                        date, need(security), need(quantity), price, need(amount), orZero(fee), orZero(tax), note);
            case DIVIDEND -> new Transaction.Dividend(date, need(security), need(amount), orZero(tax), note);
            case INTEREST -> new Transaction.Interest(date, need(amount), note);
            case FEE -> new Transaction.Fee(date, need(amount), note);
            case TAX -> new Transaction.Tax(date, need(amount), note);
            case DEPOSIT -> new Transaction.Deposit(date, need(amount), note);
            case WITHDRAWAL -> new Transaction.Withdrawal(date, need(amount), note);
            case TRANSFER_IN -> new Transaction.TransferIn(date, need(security), need(quantity), amount, note);
            case TRANSFER_OUT -> new Transaction.TransferOut(date, need(security), need(quantity), note);
            case SPLIT -> new Transaction.Split(date, need(security), need(newUnits), need(oldUnits), note);
        };
    }

    private static TransactionFields trade(
            TransactionType type,
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Money amount,
            BigDecimal fee,
            BigDecimal tax,
            String note) {
        return new TransactionFields(
                type,
                date,
                Optional.of(security),
                Optional.of(quantity),
                price,
                Optional.of(amount),
                Optional.of(fee),
                Optional.of(tax),
                NONE,
                NONE,
                note);
    }

    private static TransactionFields cash(TransactionType type, LocalDate date, Money amount, String note) {
        return new TransactionFields(
                type, date, Optional.empty(), NONE, NONE, Optional.of(amount), NONE, NONE, NONE, NONE, note);
    }

    private static TransactionFields transfer(
            TransactionType type,
            LocalDate date,
            SecurityId security,
            BigDecimal quantity,
            Optional<Money> cost,
            String note) {
        return new TransactionFields(
                type, date, Optional.of(security), Optional.of(quantity), NONE, cost, NONE, NONE, NONE, NONE, note);
    }

    private static <T> T need(Optional<T> field) {
        return field.orElseThrow();
    }

    private static BigDecimal orZero(Optional<BigDecimal> field) {
        return field.orElse(BigDecimal.ZERO);
    }
}
