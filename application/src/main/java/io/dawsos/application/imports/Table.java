package io.dawsos.application.imports;

import io.dawsos.application.imports.TableReader.MalformedTableException;
import io.dawsos.application.shape.NearestName;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A file with known columns: checks its header and hands its rows over as {@link RowFields}. */
final class Table {

    private final TableReader reader;
    private final Problems problems;
    private final Set<String> required;
    private final Set<String> known;
    private final Map<String, Integer> columns = new HashMap<>();

    Table(TableReader reader, Problems problems, Set<String> required, Set<String> optional) {
        this.reader = reader;
        this.problems = problems;
        this.required = new TreeSet<>(required);
        this.known = new TreeSet<>(required);
        known.addAll(optional);
    }

    /** Reads all rows; what is wrong with the table itself joins the problems. */
    void read(InputStream content, Consumer<RowFields> rows) {
        long[] count = new long[1];
        try {
            reader.read(content, this::header, row -> {
                count[0]++;
                if (columns.keySet().containsAll(required)) {
                    rows.accept(new RowFields(problems, columns, row));
                }
            });
        } catch (MalformedTableException e) {
            problems.add(e.line(), "", "", String.valueOf(e.getMessage()), "save the file as CSV in UTF-8");
            return;
        }
        if (count[0] == 0 && !problems.any()) {
            problems.add(1, "", "", "the file has no rows", "a header line and at least one row are needed");
        }
    }

    private void header(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!known.contains(name)) {
                problems.add(
                        1,
                        name,
                        name,
                        "unknown column",
                        NearestName.of(name, known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("known columns are " + String.join(", ", known)));
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(1, name, name, "the column stands twice", "keep one of them");
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                problems.add(1, name, "", "the column is missing", "needed columns are " + String.join(", ", required));
            }
        }
    }
}
