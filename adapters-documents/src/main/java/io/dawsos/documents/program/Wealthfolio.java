package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementRow;
import io.dawsos.application.imports.StatementSink;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvHeader;
import io.dawsos.documents.statement.CsvRow;
import io.dawsos.documents.statement.Dates;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.Numbers;
import io.dawsos.documents.statement.Numbers.Decimal;
import io.dawsos.domain.imports.ImportMapping;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Activities as Wealthfolio takes them in CSV. */
final class Wealthfolio implements CsvDialect {

    private static final Map<String, String> KINDS = Map.of(
            "EQUITY",
            "equity",
            "ETF",
            "fund",
            "FUND",
            "fund",
            "MUTUALFUND",
            "fund",
            "BOND",
            "bond",
            "CRYPTO",
            "crypto");

    @Override
    public String format() {
        return "wealthfolio";
    }

    @Override
    public String title() {
        return "Wealthfolio activities (CSV)";
    }

    @Override
    public boolean recognizes(CsvHeader header) {
        return header.has("date", "symbol", "instrumentType", "quantity", "currency", "fxRate", "subtype")
                && (header.has("activityType") || header.has("type"));
    }

    @Override
    public Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink) {
        return row -> sink.row(row(row));
    }

    private static StatementRow row(CsvRow row) {
        String word = row.text("activityType", "type").toUpperCase(Locale.ROOT);
        BigDecimal quantity = row.orZero(Decimal.POINT, "quantity");
        BigDecimal price = row.orZero(Decimal.POINT, "unitPrice", "unit_price");
        BigDecimal amount = row.number(Decimal.POINT, "amount").orElse(quantity.multiply(price));
        Draft draft = new Draft(row.line())
                .on(Dates.read(row.text("date"), Dates.Order.DAY_FIRST))
                .type(word)
                .with("currency", row.text("currency"))
                .with("note", row.text("comment"));
        boolean ofSecurity =
                !row.text("symbol").isEmpty() && !row.text("symbol").startsWith("$CASH");
        if (ofSecurity) {
            draft.with("symbol", row.text("symbol"))
                    .with(
                            "security_type",
                            KINDS.getOrDefault(row.text("instrumentType").toUpperCase(Locale.ROOT), ""));
        }
        String fee = Numbers.text(row.text("fee"), Decimal.POINT);
        return switch (word) {
            case "BUY", "SELL" ->
                draft.with("quantity", Numbers.text(row.text("quantity"), Decimal.POINT))
                        .with("price", Numbers.text(row.text("unitPrice", "unit_price"), Decimal.POINT))
                        .with("amount", Numbers.text(row.text("amount"), Decimal.POINT))
                        .with("fee", fee)
                        .row();
            case "DIVIDEND" ->
                row.text("subtype").equals("DRIP")
                        ? draft.refused(
                                "subtype",
                                "DRIP",
                                "a reinvested dividend without the units that it bought",
                                "enter it as REINVESTED_DIVIDEND with its quantity")
                        : draft.with("amount", amount).with("fee", fee).row();
            case "TRANSFER_IN", "TRANSFER_OUT" ->
                ofSecurity
                        ? draft.with("quantity", quantity)
                                .with("amount", word.equals("TRANSFER_IN") ? Numbers.text(amount) : "")
                                .row()
                        : draft.type(word.equals("TRANSFER_IN") ? "DEPOSIT" : "WITHDRAWAL")
                                .with("amount", amount)
                                .row();
            case "SPLIT" ->
                draft.with("ratio_new", quantity.signum() == 0 ? amount : quantity)
                        .with("ratio_old", "1")
                        .row();
            case "CREDIT" -> draft.type("OTHER_INCOME").with("amount", amount).row();
            case "FEE" ->
                draft.with("amount", amount.signum() == 0 ? row.orZero(Decimal.POINT, "fee") : amount)
                        .row();
            default -> draft.with("amount", amount).row();
        };
    }
}
