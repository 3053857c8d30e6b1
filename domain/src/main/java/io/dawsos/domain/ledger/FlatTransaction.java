package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Lays transactions flat, field by field. */
final class FlatTransaction {

    private static final Optional<BigDecimal> NONE = Optional.empty();

    private final Transaction transaction;
    private Optional<SecurityId> security = Optional.empty();
    private Optional<BigDecimal> quantity = NONE;
    private Optional<BigDecimal> price = NONE;
    private Optional<Money> amount = Optional.empty();
    private Optional<BigDecimal> fee = NONE;
    private Optional<BigDecimal> tax = NONE;
    private Optional<BigDecimal> newUnits = NONE;
    private Optional<BigDecimal> oldUnits = NONE;
    private TransactionDetails details = TransactionDetails.NONE;

    private FlatTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    static TransactionFields of(Transaction transaction) {
        FlatTransaction flat = new FlatTransaction(transaction);
        if (transaction instanceof Transaction.OfSecurity of) {
            flat.security = Optional.of(of.security());
            flat.fill(of);
        } else {
            flat.fillCash();
        }
        return flat.fields();
    }

    private TransactionFields fields() {
        return new TransactionFields(
                transaction.type(),
                transaction.date(),
                security,
                quantity,
                price,
                amount,
                fee,
                tax,
                newUnits,
                oldUnits,
                details,
                transaction.note());
    }

    private void fill(Transaction.OfSecurity of) {
        if (of instanceof Transaction.Buy buy) {
            trade(buy.quantity(), buy.price(), Optional.of(buy.amount()), buy.fee(), buy.tax(), buy.terms());
        } else if (of instanceof Transaction.Sell sell) {
            trade(sell.quantity(), sell.price(), Optional.of(sell.amount()), sell.fee(), sell.tax(), sell.terms());
        } else if (of instanceof IncomeInUnits paid) {
            trade(paid.quantity(), paid.price(), paid.amount(), paid.fee(), paid.tax(), paid.terms());
        } else if (of instanceof Transaction.Dividend dividend) {
            amount = Optional.of(dividend.amount());
            tax = Optional.of(dividend.tax());
            fee = unlessZero(dividend.fee());
            details = TransactionDetails.of(dividend.terms());
        } else if (of instanceof Transaction.TransferIn in) {
            quantity = Optional.of(in.quantity());
            amount = in.cost();
            details = TransactionDetails.NONE.withAcquired(in.acquired());
        } else if (of instanceof Transaction.TransferOut out) {
            quantity = Optional.of(out.quantity());
            details = TransactionDetails.NONE.withLots(out.lots());
        } else if (of instanceof Transaction.Split split) {
            ratio(split.newUnits(), split.oldUnits());
            if (split.type() == TransactionType.BONUS) {
                newUnits = Optional.of(split.newUnits().subtract(split.oldUnits()));
            }
        } else if (of instanceof CorporateAction action) {
            fill(action);
        }
    }

    private void fill(CorporateAction action) {
        if (action instanceof CorporateAction.ReturnOfCapital paid) {
            amount = Optional.of(paid.amount());
            tax = Optional.of(paid.tax());
        } else if (action instanceof CorporateAction.SpinOff spinOff) {
            ratio(spinOff.newUnits(), spinOff.oldUnits());
            details = TransactionDetails.NONE.withAction(Optional.of(spinOff.other()), Optional.of(spinOff.fraction()));
        } else if (action instanceof CorporateAction.Merger merger) {
            amount = merger.amount();
            merger.exchange().ifPresent(units -> ratio(units.newUnits(), units.oldUnits()));
            details = TransactionDetails.NONE.withAction(
                    merger.exchange().map(CorporateAction.Exchange::other), merger.fraction());
        }
    }

    private void fillCash() {
        if (transaction instanceof Transaction.Interest interest) {
            amount = Optional.of(interest.amount());
            tax = unlessZero(interest.tax());
        } else if (transaction instanceof Transaction.Fee paid) {
            amount = Optional.of(paid.amount());
        } else if (transaction instanceof Transaction.Tax paid) {
            amount = Optional.of(paid.amount());
        } else if (transaction instanceof Transaction.Deposit deposit) {
            amount = Optional.of(deposit.amount());
        } else if (transaction instanceof Transaction.Withdrawal withdrawal) {
            amount = Optional.of(withdrawal.amount());
        } else if (transaction instanceof CashConversion conversion) {
            amount = Optional.of(conversion.amount());
            fee = unlessZero(conversion.fee());
            details = TransactionDetails.NONE.withReceived(conversion.received());
        } else if (transaction instanceof Reversal reversal) {
            details = TransactionDetails.NONE.withReversed(reversal.reversed());
        }
    }

    private void trade(
            BigDecimal units,
            Optional<BigDecimal> unitPrice,
            Optional<Money> stated,
            BigDecimal fees,
            BigDecimal taxes,
            TradeTerms terms) {
        quantity = Optional.of(units);
        price = unitPrice;
        amount = stated;
        fee = Optional.of(fees);
        tax = Optional.of(taxes);
        details = TransactionDetails.of(terms);
    }

    private void ratio(BigDecimal units, BigDecimal forUnits) {
        newUnits = Optional.of(units);
        oldUnits = Optional.of(forUnits);
    }

    /** A field that was added to a type later is absent where it says nothing, so that older entries keep their hash. */
    private static Optional<BigDecimal> unlessZero(BigDecimal value) {
        return value.signum() == 0 ? NONE : Optional.of(value);
    }
}
