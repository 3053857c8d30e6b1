package io.dawsos.application.imports;

import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.imports.ImportMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the rows of one statement and says by the rules of transactions what each becomes. */
final class StatementJudge implements StatementSink {

    private static final int MOST_ROWS = 1_000_000;
    private static final String IGNORE = "IGNORE";

    private final ImportMapping mapping;
    private final SecurityRegistry registry;
    private final LocalDate latest;
    private final MentionedSecurities securities;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<JudgedRow> rows = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    StatementJudge(ImportMapping mapping, SecurityRegistry registry, LocalDate latest) {
        this.mapping = mapping;
        this.registry = registry;
        this.latest = latest;
        this.securities = new MentionedSecurities(registry, mapping.symbols());
    }

    @Override
    public void setting(String name, String value) {
        settings.put(name, value);
    }

    @Override
    public void column(String column, String field) {
        columns.put(column, field);
    }

    @Override
    public void row(StatementRow row) {
        if (rows.size() == MOST_ROWS) {
            throw new UnreadableStatementException(
                    row.line(), "more than " + MOST_ROWS + " rows", "split the file into parts");
        }
        rows.add(judged(row));
    }

    private JudgedRow judged(StatementRow row) {
        if (row.ignored().isPresent()) {
            return JudgedRow.ignored(row, row.ignored().get());
        }
        Map<String, String> fields = new HashMap<>(row.fields());
        String type = fields.getOrDefault("type", "");
        Optional<String> meaning = Optional.ofNullable(mapping.types().get(type));
        if (meaning.filter(IGNORE::equals).isPresent()) {
            return JudgedRow.ignored(row, "the mapping passes \"" + type + "\" over");
        }
        if (!row.problems().isEmpty()) {
            return JudgedRow.refused(row, row.problems());
        }
        meaning.ifPresent(word -> fields.put("type", word));
        securities.symbol(fields).ifPresent(symbol -> fields.put("symbol", symbol));
        return byTheRules(row, fields);
    }

    private JudgedRow byTheRules(StatementRow row, Map<String, String> fields) {
        Problems problems = new Problems();
        RowFields read = new RowFields(problems, row.line(), column -> Optional.ofNullable(fields.get(column)));
        Optional<TransactionRow> right = TransactionRow.read(read, latest, problems);
        if (right.isEmpty()) {
            return JudgedRow.refused(row, problems.first());
        }
        Optional<String> decision = securities.note(right.get(), row.fields());
        return registry.transaction(right.get(), problems)
                .map(transaction -> {
                    right.get().doubt().ifPresent(doubts::add);
                    return new JudgedRow(
                            row,
                            decision.isPresent() ? Status.NEEDS_DECISION : Status.NEW,
                            decision.orElse(""),
                            List.of(),
                            Optional.of(transaction),
                            right.get().symbol());
                })
                .orElseGet(() -> JudgedRow.refused(row, problems.first()));
    }

    List<JudgedRow> rows() {
        return rows;
    }

    /** What the owner should look at. */
    List<String> doubts() {
        return doubts;
    }

    MentionedSecurities securities() {
        return securities;
    }

    Map<String, String> settings() {
        return settings;
    }

    Map<String, String> columns() {
        return columns;
    }
}
