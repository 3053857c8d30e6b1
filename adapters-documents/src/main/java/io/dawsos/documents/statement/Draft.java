package io.dawsos.documents.statement;

import io.dawsos.application.imports.RowProblem;
import io.dawsos.application.imports.StatementRow;
import io.dawsos.documents.statement.Dates.When;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A row that is being written in our own fields. */
public final class Draft {

    private final long line;
    private final Map<String, String> fields = new TreeMap<>();
    private String at = "";

    /** Begins the row that stands on a line. */
    public Draft(long line) {
        this.line = line;
    }

    /** Writes a field; an empty text leaves it out. */
    public Draft with(String field, String value) {
        String stripped = value.strip();
        if (!stripped.isEmpty()) {
            fields.put(field, stripped);
        }
        return this;
    }

    /** Writes a number. */
    public Draft with(String field, BigDecimal value) {
        return with(field, Numbers.text(value));
    }

    /** Writes a number unless it is 0. */
    public Draft unlessZero(String field, BigDecimal value) {
        return value.signum() == 0 ? this : with(field, value);
    }

    /** Takes a field back. */
    public Draft without(String field) {
        fields.remove(field);
        return this;
    }

    /** Writes the date, and the time for the order within the day. */
    public Draft on(When when) {
        this.at = when.at();
        return with("date", when.date());
    }

    /** Writes the type. */
    public Draft type(String type) {
        return with("type", type);
    }

    /** A field that was written; empty text if it was not. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The row, for the rules to judge. */
    public StatementRow row() {
        return StatementRow.of(line, fields, at);
    }

    /** The row, passed over. */
    public StatementRow ignored(String reason) {
        return StatementRow.ignored(line, fields, reason);
    }

    /** The row, refused. */
    public StatementRow refused(String column, String value, String reason, String hint) {
        return StatementRow.refused(fields, new RowProblem(line, column, value, reason, hint));
    }
}
