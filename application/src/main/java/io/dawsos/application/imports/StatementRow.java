package io.dawsos.application.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a statement.
 *
 * @param line where it stands in its file, from 1; the number of the record where a file has no lines
 * @param fields as in our own file of transactions, and {@code isin}; fields that are not there are absent
 * @param at text that orders rows of one date by their time; empty if the file says none
 * @param ignored why the row is no transaction; empty if it is one
 * @param problems why the reader can't take it; empty if it can
 */
public record StatementRow(
        long line, Map<String, String> fields, String at, Optional<String> ignored, List<RowProblem> problems) {

    public StatementRow {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /** A row that becomes a transaction if the rules let it. */
    public static StatementRow of(long line, Map<String, String> fields, String at) {
        return new StatementRow(line, fields, at, Optional.empty(), List.of());
    }

    /** A row that is passed over, with the reason. */
    public static StatementRow ignored(long line, Map<String, String> fields, String reason) {
        return new StatementRow(line, fields, "", Optional.of(reason), List.of());
    }

    /** A row that can't be taken, with the reason. */
    public static StatementRow refused(Map<String, String> fields, RowProblem problem) {
        return new StatementRow(problem.line(), fields, "", Optional.empty(), List.of(problem));
    }
}
