package io.dawsos.persistence.ledger;

import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.TransactionDetails;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How an entry of a ledger lies in its row. */
final class EntryRow {

    static final String INSERT =
            "insert into ledger_entries (portfolio_id, sequence, id, type, date, security_id, quantity,"
                    + " price, amount, currency, fee, tax, new_units, old_units, details, note) values (:portfolio, :sequence, :id, :type,"
                    + " :date, :security, :quantity, :price, :amount, :currency, :fee, :tax, :newUnits, :oldUnits, :details, :note)";

    private EntryRow() {}

    static void bind(SqlStatement<?> statement, PortfolioId portfolio, LedgerEntry entry) {
        TransactionFields fields = TransactionFields.of(entry.transaction());
        statement
                .bind("portfolio", portfolio.value())
                .bind("sequence", entry.sequence())
                .bind("id", entry.id().value())
                .bind("type", fields.type().name())
                .bind("date", fields.date())
                .bindByType("security", fields.security().map(SecurityId::value).orElse(null), UUID.class)
                .bindByType("quantity", fields.quantity().orElse(null), BigDecimal.class)
                .bindByType("price", fields.price().orElse(null), BigDecimal.class)
                .bindByType("amount", fields.amount().map(Money::amount).orElse(null), BigDecimal.class)
                .bindByType(
                        "currency",
                        fields.amount().map(money -> money.currency().code()).orElse(null),
                        String.class)
                .bindByType("fee", fields.fee().orElse(null), BigDecimal.class)
                .bindByType("tax", fields.tax().orElse(null), BigDecimal.class)
                .bindByType("newUnits", fields.newUnits().orElse(null), BigDecimal.class)
                .bindByType("oldUnits", fields.oldUnits().orElse(null), BigDecimal.class)
                .bindByType("details", text(fields.details()), String.class)
                .bind("note", fields.note());
    }

    static LedgerEntry read(ResultSet row, StatementContext context) throws SQLException {
        Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("amount"));
        Optional<String> currency = Optional.ofNullable(row.getString("currency"));
        TransactionFields fields = new TransactionFields(
                TransactionType.valueOf(row.getString("type")),
                row.getObject("date", LocalDate.class),
                Optional.ofNullable(row.getObject("security_id", UUID.class)).map(SecurityId::new),
                Optional.ofNullable(row.getBigDecimal("quantity")),
                Optional.ofNullable(row.getBigDecimal("price")),
                amount.flatMap(value -> currency.map(code -> Money.of(value, CurrencyCode.of(code)))),
                Optional.ofNullable(row.getBigDecimal("fee")),
                Optional.ofNullable(row.getBigDecimal("tax")),
                Optional.ofNullable(row.getBigDecimal("new_units")),
                Optional.ofNullable(row.getBigDecimal("old_units")),
                details(Optional.ofNullable(row.getString("details"))),
                row.getString("note"));
        return new LedgerEntry(
                new TransactionId(row.getObject("id", UUID.class)), row.getLong("sequence"), fields.toTransaction());
    }

    /** The rarer fields as {@code name=text} in lines; null if there are none. No name or text holds either sign. */
    private static @Nullable String text(TransactionDetails details) {
        Map<String, String> texts = details.texts();
        return texts.isEmpty()
                ? null
                : texts.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static TransactionDetails details(Optional<String> text) {
        Map<String, String> texts = new TreeMap<>();
        text.ifPresent(lines -> lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            texts.put(line.substring(0, equals), line.substring(equals + 1));
        }));
        return TransactionDetails.of(texts);
    }
}
