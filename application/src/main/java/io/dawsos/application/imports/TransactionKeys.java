package io.dawsos.application.imports;

import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Texts by which transactions are compared: decimals count by value, not by their zeros. */
final class TransactionKeys {

    private TransactionKeys() {}

    /** Equal for transactions that are equal in every field. */
    static String exact(Transaction transaction) {
        TransactionFields fields = TransactionFields.of(transaction);
        return String.join(
                "\u001f",
                similar(transaction),
                plain(fields.price()),
                plain(fields.fee()),
                plain(fields.tax()),
                plain(fields.newUnits()),
                plain(fields.oldUnits()),
                fields.details().texts().toString(),
                fields.note());
    }

    /** Equal for transactions that most likely are the same thing: date, type, security, quantity and cash. */
    static String similar(Transaction transaction) {
        TransactionFields fields = TransactionFields.of(transaction);
        return String.join(
                "\u001f",
                fields.date().toString(),
                fields.type().name(),
                fields.security().map(id -> id.value().toString()).orElse(""),
                plain(fields.quantity()),
                plain(fields.amount().map(Money::amount)),
                fields.amount().map(money -> money.currency().code()).orElse(""));
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.filter(number -> number.signum() != 0)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
