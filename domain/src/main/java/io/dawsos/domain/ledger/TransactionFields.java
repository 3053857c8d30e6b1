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
 * @param newUnits of a ratio; for a bonus the units given for each {@code oldUnits} held
 * @param details the rarer fields
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
        TransactionDetails details,
        String note) {

    /** Fields without the rarer ones. */
    public TransactionFields(
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
        this(
                type,
                date,
                security,
                quantity,
                price,
                amount,
                fee,
                tax,
                newUnits,
                oldUnits,
                TransactionDetails.NONE,
                note);
    }

    /** Lays a transaction flat. */
    public static TransactionFields of(Transaction transaction) {
        return FlatTransaction.of(transaction);
    }

    /**
     * Makes the transaction of these fields.
     *
     * @throws NoSuchElementException if a field that the type needs is absent
     * @throws IllegalArgumentException if a field is out of its bounds
     */
    public Transaction toTransaction() {
        return switch (type) {
            case BUY, COVER, RIGHTS ->
                new Transaction.Buy(
                        type,
                        date,
                        need(security),
                        need(quantity),
                        price,
                        need(amount),
                        orZero(fee),
                        orZero(tax),
                        details.terms(),
                        note);
            case SELL, SHORT_SALE ->
                new Transaction.Sell(
                        type,
                        date,
                        need(security),
                        need(quantity),
                        price,
                        need(amount),
                        orZero(fee),
                        orZero(tax),
                        details.terms(),
                        note);
            case DIVIDEND ->
                new Transaction.Dividend(
                        date, need(security), need(amount), orZero(tax), orZero(fee), details.terms(), note);
            case INTEREST, OTHER_INCOME -> new Transaction.Interest(type, date, need(amount), orZero(tax), note);
            case FEE -> new Transaction.Fee(date, need(amount), note);
            case TAX -> new Transaction.Tax(date, need(amount), note);
            case DEPOSIT -> new Transaction.Deposit(date, need(amount), note);
            case WITHDRAWAL -> new Transaction.Withdrawal(date, need(amount), note);
            case TRANSFER_IN ->
                new Transaction.TransferIn(date, need(security), need(quantity), amount, details.acquired(), note);
            case TRANSFER_OUT ->
                new Transaction.TransferOut(date, need(security), need(quantity), details.lots(), note);
            case SPLIT, REVERSE_SPLIT ->
                new Transaction.Split(type, date, need(security), need(newUnits), need(oldUnits), note);
            case BONUS ->
                new Transaction.Split(
                        type, date, need(security), need(newUnits).add(need(oldUnits)), need(oldUnits), note);
            case REINVESTED_DIVIDEND, STAKING ->
                new IncomeInUnits(
                        type,
                        date,
                        need(security),
                        need(quantity),
                        price,
                        amount,
                        orZero(tax),
                        orZero(fee),
                        details.terms(),
                        note);
            case RETURN_OF_CAPITAL ->
                new CorporateAction.ReturnOfCapital(date, need(security), need(amount), orZero(tax), note);
            case SPIN_OFF ->
                new CorporateAction.SpinOff(
                        date,
                        need(security),
                        need(details.other()),
                        need(newUnits),
                        need(oldUnits),
                        need(details.fraction()),
                        note);
            case MERGER ->
                new CorporateAction.Merger(
                        date,
                        need(security),
                        details.other()
                                .map(other -> new CorporateAction.Exchange(other, need(newUnits), need(oldUnits))),
                        amount,
                        details.fraction(),
                        note);
            case FX_CONVERSION -> new CashConversion(date, need(amount), need(details.received()), orZero(fee), note);
            case REVERSAL -> new Reversal(date, need(details.reversed()), note);
        };
    }

    /** These fields with the securities that they are about. */
    public TransactionFields of(Optional<SecurityId> known, Optional<SecurityId> other) {
        TransactionDetails all = other.isEmpty() ? details : details.withAction(other, details.fraction());
        return new TransactionFields(
                type, date, known, quantity, price, amount, fee, tax, newUnits, oldUnits, all, note);
    }

    private static <T> T need(Optional<T> field) {
        return field.orElseThrow();
    }

    private static BigDecimal orZero(Optional<BigDecimal> field) {
        return field.orElse(BigDecimal.ZERO);
    }
}
