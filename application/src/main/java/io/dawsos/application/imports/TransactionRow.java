package io.dawsos.application.imports;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionDetails;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.money.QuotationUnit;
import io.dawsos.domain.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row of a file of transactions that is right in itself, before its symbol is known.
 *
 * @param line where it stands
 * @param symbol of its security; empty if its type has none
 * @param other symbol of the security that units turned into; empty if the row has none
 * @param hints about the security
 * @param fields all but the security
 * @param doubt what the owner should look at; empty if nothing
 */
record TransactionRow(
        long line,
        Optional<String> symbol,
        Optional<String> other,
        SecurityHints hints,
        TransactionFields fields,
        Optional<String> doubt) {

    static final Set<String> REQUIRED = Set.of("date", "type");
    static final Set<String> OPTIONAL = optional();

    private static Set<String> optional() {
        Set<String> columns = new TreeSet<>(RowDetails.COLUMNS);
        columns.addAll(Set.of(
                "portfolio",
                "symbol",
                "name",
                "isin",
                "price_currency",
                "security_type",
                "sector",
                "quantity",
                "price",
                "amount",
                "currency",
                "fee",
                "tax",
                "ratio_new",
                "ratio_old",
                "note"));
        return Set.copyOf(columns);
    }

    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    /** Reads a row; empty if it has problems. */
    static Optional<TransactionRow> read(RowFields row, LocalDate latest, Problems problems) {
        long before = problems.total();
        Optional<LocalDate> date = row.needDate(latest);
        Optional<TransactionType> type = type(row);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        boolean ofSecurity = TypeRules.ofSecurity(type.get());
        Optional<String> symbol = ofSecurity ? row.needText("symbol") : Optional.empty();
        if (!ofSecurity && row.text("symbol").isPresent()) {
            row.refuse("symbol", type.get() + " has no security", "leave the symbol empty");
        }
        Optional<String> other =
                type.get() == TransactionType.SPIN_OFF ? row.needText("other_symbol") : row.plainText("other_symbol");
        Optional<QuotationUnit> unit =
                TypeRules.needsAmount(type.get()) ? row.needUnit("currency") : row.unit("currency");
        Optional<BigDecimal> quantity =
                TypeRules.withQuantity(type.get()) ? row.needPositive("quantity") : Optional.empty();
        Optional<QuotationUnit> priceUnit = row.text("price_currency").isPresent() ? row.unit("price_currency") : unit;
        Optional<BigDecimal> price = major(priceUnit, row.notNegative("price"));
        Optional<BigDecimal> fee = major(unit, row.notNegative("fee"));
        Optional<BigDecimal> tax = major(unit, row.notNegative("tax"));
        boolean ratio = TypeRules.withRatio(type.get()) || other.isPresent();
        Optional<BigDecimal> newUnits = ratio ? row.needPositive("ratio_new") : Optional.empty();
        Optional<BigDecimal> oldUnits = ratio ? row.needPositive("ratio_old") : Optional.empty();
        Optional<BigDecimal> stated = major(unit, stated(row, type.get()));
        TransactionDetails details = RowDetails.read(row, type.get());
        BigDecimal costs = fee.orElse(BigDecimal.ZERO).add(tax.orElse(BigDecimal.ZERO));
        Optional<CurrencyCode> quoted = priceUnit.map(QuotationUnit::currency);
        Optional<BigDecimal> implied = quoted.equals(unit.map(QuotationUnit::currency))
                ? TypeRules.implied(type.get(), quantity, price, costs)
                : Optional.empty();
        Optional<Money> amount = unit.map(QuotationUnit::currency)
                .flatMap(code -> stated.map(value -> Money.of(value, code))
                        .or(() -> implied.map(value -> Rounding.booked(Money.of(value, code)))));
        boolean mergerOfNothing = type.get() == TransactionType.MERGER && other.isEmpty();
        if ((TypeRules.needsAmount(type.get()) || mergerOfNothing)
                && amount.isEmpty()
                && row.text("amount").isEmpty()
                && problems.total() == before) {
            row.refuse("amount", "the value is missing", "the cash paid or received, costs included");
        }
        Optional<String> note = row.plainText("note");
        SecurityHints hints = new SecurityHints(
                row.plainText("name"), SecurityTypes.read(row, "security_type"), row.plainText("sector"), quoted);
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
                details,
                note.orElse(""));
        return Optional.of(
                new TransactionRow(row.line(), symbol, other, hints, fields, doubt(row.line(), stated, implied)));
    }

    private static Optional<BigDecimal> major(Optional<QuotationUnit> unit, Optional<BigDecimal> stated) {
        return unit.isEmpty() ? stated : stated.map(unit.get()::toMajor);
    }

    private static Optional<TransactionType> type(RowFields row) {
        Optional<String> text =
                row.needText("type").map(value -> value.toUpperCase(Locale.ROOT).replace(' ', '_'));
        for (TransactionType type : TransactionType.values()) {
            if (TypeRules.importable(type) && text.filter(type.name()::equals).isPresent()) {
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

    /** The stated amount as its type states it: files may give a payment as a negative number. */
    private static Optional<BigDecimal> stated(RowFields row, TransactionType type) {
        Optional<BigDecimal> amount = row.number("amount");
        if (amount.isEmpty()) {
            return amount;
        }
        if (TypeRules.paid(type)) {
            boolean refund = amount.get().signum() > 0 && (type == TransactionType.FEE || type == TransactionType.TAX);
            return refund ? amount : amount.map(BigDecimal::abs);
        }
        if (amount.get().signum() < 0 && !TypeRules.anySign(type)) {
            row.refuse("amount", "less than 0, but " + type + " brings cash in", "a number greater than 0");
            return Optional.empty();
        }
        if (type == TransactionType.DEPOSIT && amount.get().signum() == 0) {
            row.refuse("amount", "not more than 0", "a number greater than 0");
            return Optional.empty();
        }
        return amount;
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

    /** The transaction of known securities. */
    Transaction toTransaction(Optional<SecurityId> security, Optional<SecurityId> otherSecurity) {
        return fields.of(security, otherSecurity).toTransaction();
    }
}
