package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.application.imports.UnreadableStatementException;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvHeader;
import io.dawsos.documents.statement.CsvRow;
import io.dawsos.documents.statement.Dates;
import io.dawsos.documents.statement.Dates.When;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.Numbers;
import io.dawsos.documents.statement.Numbers.Decimal;
import io.dawsos.domain.imports.ImportMapping;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Any table with a header line. Columns are guessed by their names and shown; a mapping says otherwise. So do its settings
 * {@code decimal} (. or ,), {@code date_format} (such as dd.MM.yyyy), {@code date_order} (day or month) and {@code currency}.
 */
final class GenericCsv implements CsvDialect {

    private static final Set<String> NUMBERS =
            Set.of("quantity", "price", "amount", "fee", "tax", "ratio_new", "ratio_old", "received", "gross");
    private static final Set<String> SIZES = Set.of("quantity", "fee", "tax");

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String title() {
        return "Any table of transactions (CSV)";
    }

    @Override
    public boolean recognizes(CsvHeader header) {
        Map<String, String> guessed = GenericColumns.guess(header);
        return guessed.containsKey("date")
                && guessed.containsKey("type")
                && (guessed.containsKey("amount") || guessed.containsKey("quantity"));
    }

    @Override
    public Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink) {
        Map<String, String> settings = mapping.settings();
        Map<String, String> columns = new LinkedHashMap<>(GenericColumns.guess(header));
        columns.putAll(mapping.columns());
        Decimal decimal = settings.getOrDefault("decimal", ".").equals(",") ? Decimal.COMMA : Decimal.POINT;
        Optional<DateTimeFormatter> pattern = pattern(settings.getOrDefault("date_format", ""));
        Dates.Order order = settings.getOrDefault("date_order", "day").equals("month")
                ? Dates.Order.MONTH_FIRST
                : Dates.Order.DAY_FIRST;
        sink.setting("decimal", decimal == Decimal.COMMA ? "," : ".");
        sink.setting("date_format", settings.getOrDefault("date_format", ""));
        sink.setting("date_order", order == Dates.Order.DAY_FIRST ? "day" : "month");
        sink.setting("currency", settings.getOrDefault("currency", ""));
        header.names().forEach(name -> sink.column(name, GenericColumns.fieldOf(name, columns)));
        return row -> {
            Draft draft = new Draft(row.line());
            columns.forEach((field, column) -> {
                String text = row.text(column);
                if (field.equals("date")) {
                    When when = pattern.map(known -> Dates.read(text, known)).orElseGet(() -> Dates.read(text, order));
                    draft.on(when);
                } else if (field.equals("type")) {
                    draft.type(GenericColumns.type(text));
                } else if (SIZES.contains(field)) {
                    draft.with(field, Numbers.size(text, decimal));
                } else {
                    draft.with(field, NUMBERS.contains(field) ? Numbers.text(text, decimal) : text);
                }
            });
            complete(draft, row, settings);
            sink.row(draft.row());
        };
    }

    private static void complete(Draft draft, CsvRow row, Map<String, String> settings) {
        if (draft.get("currency").isEmpty()) {
            draft.with("currency", settings.getOrDefault("currency", ""));
        }
        if (draft.get("symbol").isEmpty() && draft.get("isin").isEmpty()) {
            draft.with("symbol", draft.get("name"));
        }
        String type = draft.get("type");
        boolean cash = Set.of("DEPOSIT", "WITHDRAWAL", "INTEREST", "FEE", "TAX", "OTHER_INCOME")
                .contains(type);
        if (type.equals("FEE") || type.equals("TAX")) {
            // In other programs' tables a cost is a negative amount; here it is what was paid.
            draft.with("amount", draft.get("amount").replaceFirst("^-", ""));
        }
        if (cash) {
            draft.without("symbol").without("isin").without("quantity").without("price");
        }
        if (type.isEmpty()) {
            draft.with("note", draft.get("note").isEmpty() ? row.text("description") : draft.get("note"));
        }
    }

    private static Optional<DateTimeFormatter> pattern(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Dates.pattern(text)
                .orElseThrow(() -> new UnreadableStatementException(
                        1, "unknown date format " + text.toLowerCase(Locale.ROOT), "one such as dd.MM.yyyy")));
    }
}
