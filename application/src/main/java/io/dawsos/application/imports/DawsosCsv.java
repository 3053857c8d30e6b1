package io.dawsos.application.imports;

import io.dawsos.application.imports.TableReader.MalformedTableException;
import io.dawsos.domain.imports.ImportMapping;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Our own file of transactions in CSV: its columns are the fields. */
public final class DawsosCsv implements StatementReader {

    private static final int MOST_COLUMNS = 100;

    private final TableReader tables;

    @Inject
    DawsosCsv(TableReader tables) {
        this.tables = tables;
    }

    @Override
    public String format() {
        return "dawsos_csv";
    }

    @Override
    public String title() {
        return "DawsOS transactions (CSV)";
    }

    @Override
    public boolean recognizes(StatementFile file) {
        String head = new String(file.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        String header = head.lines().findFirst().orElse("");
        Set<String> columns = new TreeSet<>();
        for (String name : header.split("[,;]", MOST_COLUMNS)) {
            columns.add(name.replace("\"", "").strip().toLowerCase(Locale.ROOT));
        }
        return columns.containsAll(TransactionRow.REQUIRED) && known().containsAll(columns);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(TransactionRow.REQUIRED);
        known.addAll(TransactionRow.OPTIONAL);
        return known;
    }

    @Override
    public void read(StatementFile file, ImportMapping mapping, StatementSink sink) {
        List<String> names = new ArrayList<>();
        Set<String> known = known();
        try {
            tables.read(
                    file.content(),
                    header -> {
                        names.addAll(header);
                        header.forEach(name -> sink.column(name, known.contains(name) ? name : ""));
                    },
                    row -> sink.row(StatementRow.of(row.line(), fields(names, row.values()), "")));
        } catch (MalformedTableException e) {
            throw new UnreadableStatementException(
                    e.line(), String.valueOf(e.getMessage()), "save the file as CSV in UTF-8");
        }
    }

    private static Map<String, String> fields(List<String> names, List<String> values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!values.get(i).isBlank()) {
                fields.put(names.get(i), values.get(i));
            }
        }
        return fields;
    }
}
