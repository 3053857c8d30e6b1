package io.dawsos.web.routes;

import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.RowProblem;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.application.imports.StatementPreview.Mentioned;
import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON of statements: previews, mappings and what became of an import. Decimals are texts, so that none is rounded. */
final class StatementDocuments {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> WHOLE = Map.of("type", "integer");
    private static final Map<String, Object> TEXTS =
            Map.of("type", "object", "additionalProperties", Map.of("type", "string"));

    private StatementDocuments() {}

    static Map<String, Object> preview(StatementPreview preview) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", preview.format());
        document.put("title", preview.title());
        document.put("settings", preview.settings());
        document.put("columns", preview.columns());
        document.put(
                "securities",
                preview.securities().stream().map(StatementDocuments::security).toList());
        document.put("counts", counts(preview.counts(), preview.total()));
        document.put("can_commit", preview.count(Status.REFUSED) == 0 && preview.count(Status.NEEDS_DECISION) == 0);
        document.put(
                "rows", preview.rows().stream().map(StatementDocuments::row).toList());
        document.put("rows_left_off", preview.total() - preview.rows().size());
        document.put("warnings", preview.warnings());
        return document;
    }

    static Map<String, Object> previewSchema() {
        Map<String, Object> problem = Schemas.texts("column", "value", "reason", "hint");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", WHOLE);
        row.put("status", words(Status.values()));
        row.put("reason", TEXT);
        row.put("problems", Map.of("type", "array", "items", problem));
        row.put("transaction", Map.of("type", List.of("object", "null")));
        row.put("source", TEXTS);
        Map<String, Object> security = new LinkedHashMap<>();
        for (String name : List.of("key", "symbol", "name", "currency", "reason")) {
            security.put(name, TEXT);
        }
        security.put("status", words(StatementPreview.SecurityStatus.values()));
        security.put("rows", WHOLE);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("format", TEXT);
        properties.put("title", TEXT);
        properties.put("settings", TEXTS);
        properties.put("columns", TEXTS);
        properties.put("securities", Map.of("type", "array", "items", whole(security)));
        properties.put("counts", Map.of("type", "object", "additionalProperties", WHOLE));
        properties.put("can_commit", Map.of("type", "boolean"));
        properties.put("rows", Map.of("type", "array", "items", whole(row)));
        properties.put("rows_left_off", WHOLE);
        properties.put("warnings", Map.of("type", "array", "items", TEXT));
        return whole(properties);
    }

    private static Map<String, Object> whole(Map<String, Object> properties) {
        return Schemas.object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> words(Enum<?>[] values) {
        return Map.of(
                "enum",
                java.util.Arrays.stream(values).map(StatementDocuments::word).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> security(Mentioned security) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", security.key());
        document.put("symbol", security.symbol());
        document.put("name", security.name());
        document.put("currency", security.currency());
        document.put("status", word(security.status()));
        document.put("reason", security.reason());
        document.put("rows", security.rows());
        return document;
    }

    private static Map<String, Object> counts(Map<Status, Long> counts, long total) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", total);
        counts.forEach((status, count) -> document.put(word(status), count));
        return document;
    }

    private static Map<String, Object> row(StatementPreview.Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", row.line());
        document.put("status", word(row.status()));
        document.put("reason", row.reason());
        document.put(
                "problems",
                row.problems().stream().map(StatementDocuments::problem).toList());
        document.put(
                "transaction",
                row.fields().map(fields -> transaction(fields, row.symbol())).orElse(null));
        document.put("source", new TreeMap<>(row.source()));
        return document;
    }

    private static Map<String, Object> problem(RowProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", problem.column());
        document.put("value", problem.value());
        document.put("reason", problem.reason());
        document.put("hint", problem.hint());
        return document;
    }

    private static Map<String, Object> transaction(TransactionFields fields, Optional<String> symbol) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", fields.date().toString());
        document.put("type", fields.type().name());
        document.put("symbol", symbol.orElse(null));
        document.put("quantity", plain(fields.quantity()));
        document.put("price", plain(fields.price()));
        document.put("amount", plain(fields.amount().map(Money::amount)));
        document.put(
                "currency",
                fields.amount().map(money -> money.currency().code()).orElse(null));
        document.put("fee", plain(fields.fee()));
        document.put("tax", plain(fields.tax()));
        document.put("ratio_new", plain(fields.newUnits()));
        document.put("ratio_old", plain(fields.oldUnits()));
        document.put("details", fields.details().texts());
        document.put("note", fields.note());
        return document;
    }

    private static @org.jspecify.annotations.Nullable String plain(Optional<BigDecimal> value) {
        return value.map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                .orElse(null);
    }

    static Map<String, Object> result(ImportStatement.Result result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", result.format());
        document.put("ledger_commit_hash", result.commit().orElse(null));
        document.put("entries", result.entries());
        long total =
                result.counts().values().stream().mapToLong(Long::longValue).sum();
        document.put("counts", counts(result.counts(), total));
        document.put("new_securities", result.newSecurities());
        document.put("warnings", result.warnings());
        return document;
    }

    static Map<String, Object> mapping(ImportMapping mapping) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("settings", new TreeMap<>(mapping.settings()));
        document.put("columns", new TreeMap<>(mapping.columns()));
        document.put("types", new TreeMap<>(mapping.types()));
        document.put("symbols", new TreeMap<>(mapping.symbols()));
        return document;
    }

    static Map<String, Object> mappingSchema() {
        return Schemas.object(Map.of("settings", TEXTS, "columns", TEXTS, "types", TEXTS, "symbols", TEXTS), List.of());
    }
}
