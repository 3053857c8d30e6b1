package io.dawsos.application.imports;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a file of transactions that is right in itself, before its symbol is known.
 *
 * @param line where it stands
 * @param symbol of its security; empty if its type has none
 * @param name of the security, if the row says it
 * @param fields all but the security
 * @param doubt what the owner should look at; empty if nothing
 */
record TransactionRow(
        long line, Optional<String> symbol, Optional<String> name, TransactionFields fields, Optional<String> doubt) {

    static final Set<String> REQUIRED = Set.of("date", "type");
    static final Set<String> OPTIONAL = Set.of(
            "portfolio",
            "symbol",
            "name",
            "quantity",
            "price",
            "amount",
            "currency",
            "fee",
            "tax",
            "ratio_new",
            "ratio_old",
            "note");

    private static final Set<TransactionType> OF_SECURITY = EnumSet.of(
            TransactionType.BUY,
            TransactionType.SELL,
            TransactionType.DIVIDEND,
            TransactionType.TRANSFER_IN,
            TransactionType.TRANSFER_OUT,
            TransactionType.SPLIT);
    private static final Set<TransactionType> WITH_QUANTITY = EnumSet.of(
            TransactionType.BUY, TransactionType.SELL, TransactionType.TRANSFER_IN, TransactionType.TRANSFER_OUT);
    private static final Set<TransactionType> PAID =
            EnumSet.of(TransactionType.BUY, TransactionType.WITHDRAWAL, TransactionType.FEE, TransactionType.TAX);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    /** Reads a row; empty if it has problems. */
    static Optional<TransactionRow> read(RowFields row, LocalDate latest, Problems problems) {
        long before = problems.total();
        Optional<LocalDate> date = row.needDate(latest);
        Optional<TransactionType> type = type(row);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> symbol = OF_SECURITY.contains(type.get()) ? row.needText("symbol") : Optional.empty();
        if (!OF_SECURITY.contains(type.get()) && row.text("symbol").isPresent()) {
            row.refuse("symbol", type.get() + " has no security", "leave the symbol empty");
        }
        Optional<BigDecimal> quantity =
                WITH_QUANTITY.contains(type.get()) ? row.needPositive("quantity") : Optional.empty();
        Optional<BigDecimal> price = row.notNegative("price");
        Optional<BigDecimal> fee = row.notNegative("fee");
        Optional<BigDecimal> tax = row.notNegative("tax");
        boolean split = type.get() == TransactionType.SPLIT;
        Optional<BigDecimal> newUnits = split ? row.needPositive("ratio_new") : Optional.empty();
        Optional<BigDecimal> oldUnits = split ? row.needPositive("ratio_old") : Optional.empty();
        Optional<CurrencyCode> currency =
                needsAmount(type.get()) ? row.needCurrency("currency") : row.currency("currency");
        Optional<BigDecimal> stated = stated(row, type.get());
        Optional<BigDecimal> implied = implied(type.get(), quantity, price, fee, tax);
        Optional<Money> amount = currency.flatMap(code -> stated.map(value -> Money.of(value, code))
                .or(() -> implied.map(value -> Rounding.booked(Money.of(value, code)))));
        if (needsAmount(type.get()) && amount.isEmpty() && row.text("amount").isEmpty() && problems.total() == before) {
            row.refuse("amount", "the value is missing", "the cash paid or received, costs included");
        }
        Optional<String> note = row.plainText("note");
        Optional<String> name = row.plainText("name");
        if (problems.total() > before || date.isEmpty()) {
            return Optional.empty();
        }
        TransactionFields fields = new TransactionFields(
                type.get(),
                date.get(),
                Optional.empty(),
                quantity,
                price,
                amount,
                fee,
                tax,
                newUnits,
                oldUnits,
                note.orElse(""));
        return Optional.of(new TransactionRow(row.line(), symbol, name, fields, doubt(row.line(), stated, implied)));
    }

    private static Optional<TransactionType> type(RowFields row) {
        Optional<String> text =
                row.needText("type").map(value -> value.toUpperCase(Locale.ROOT).replace(' ', '_'));
        for (TransactionType type : TransactionType.values()) {
            if (text.filter(type.name()::equals).isPresent()) {
                return Optional.of(type);
            }
        }
        if (text.isPresent()) {
            row.refuse(
                    "type",
                    "unknown type of transaction",
                    "one of "
                            + java.util.Arrays.toString(TransactionType.values())
                                    .replaceAll("[\\[\\]]", ""));
        }
        return Optional.empty();
    }

    private static boolean needsAmount(TransactionType type) {
        return type != TransactionType.SPLIT
                && type != TransactionType.TRANSFER_IN
                && type != TransactionType.TRANSFER_OUT;
    }

    /** The stated amount as its type states it: files may give a payment as a negative number. */
    private static Optional<BigDecimal> stated(RowFields row, TransactionType type) {
        Optional<BigDecimal> amount = row.number("amount");
        if (amount.isEmpty()) {
            return amount;
        }
        if (PAID.contains(type)) {
            boolean refund = amount.get().signum() > 0 && (type == TransactionType.FEE || type == TransactionType.TAX);
            return refund ? amount : amount.map(BigDecimal::abs);
        }
        boolean maySpend = type == TransactionType.INTEREST || type == TransactionType.SELL;
        if (amount.get().signum() < 0 && !maySpend) {
            row.refuse("amount", "less than 0, but " + type + " brings cash in", "a number greater than 0");
            return Optional.empty();
        }
        if (type == TransactionType.DEPOSIT && amount.get().signum() == 0) {
            row.refuse("amount", "not more than 0", "a number greater than 0");
            return Optional.empty();
        }
        return amount;
    }

    private static Optional<BigDecimal> implied(
            TransactionType type,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> price,
            Optional<BigDecimal> fee,
            Optional<BigDecimal> tax) {
        if ((type != TransactionType.BUY && type != TransactionType.SELL) || quantity.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal costs = fee.orElse(BigDecimal.ZERO).add(tax.orElse(BigDecimal.ZERO));
        BigDecimal gross = quantity.get().multiply(price.get());
        return Optional.of(type == TransactionType.BUY ? gross.add(costs) : gross.subtract(costs));
    }

    /** The stated amount wins; that it is far from what quantity, price and costs give is worth a look. */
    private static Optional<String> doubt(long line, Optional<BigDecimal> stated, Optional<BigDecimal> implied) {
        if (stated.isEmpty() || implied.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = stated.get().subtract(implied.get()).abs();
        BigDecimal allowed = implied.get().abs().multiply(TOLERANCE).max(new BigDecimal("0.01"));
        return difference.compareTo(allowed) <= 0
                ? Optional.empty()
                : Optional.of(
                        "line " + line + ": the stated amount " + stated.get().toPlainString()
                                + " counts, though quantity, price and costs give "
                                + implied.get().stripTrailingZeros().toPlainString());
    }

    /** The transaction of a known security. */
    Transaction toTransaction(Optional<SecurityId> security) {
        return fields.of(security).toTransaction();
    }
}
