package io.dawsos.application.imports;

import io.dawsos.domain.ledger.TransactionFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import of a statement would do; nothing of it is stored.
 *
 * @param format the name of the format
 * @param title what people call the format
 * @param settings how the file was read
 * @param columns the columns of the file with the fields that they fill, empty text for none; empty if the format has no columns
 * @param securities that the statement names
 * @param counts rows by status; every status is there
 * @param rows the first of them, in the order of the file
 * @param total how many rows there are in all
 * @param warnings what the owner should look at
 */
public record StatementPreview(
        String format,
        String title,
        Map<String, String> settings,
        Map<String, String> columns,
        List<Mentioned> securities,
        Map<Status, Long> counts,
        List<Row> rows,
        long total,
        List<String> warnings) {

    /** What would become of a row. */
    public enum Status {
        /** It would be added. */
        NEW,
        /** The ledger has it. */
        DUPLICATE,
        /** It may be taken or not; somebody has to say. */
        NEEDS_DECISION,
        /** It can't be taken. */
        REFUSED,
        /** It is no transaction. */
        IGNORED
    }

    /**
     * A row.
     *
     * @param line where it stands
     * @param reason why it is not new, in one sentence; empty if it is new
     * @param problems what is wrong with it
     * @param fields what it becomes; empty if it becomes nothing
     * @param symbol of the security that it is about; empty if none
     * @param source what the reader understood, by field
     */
    public record Row(
            long line,
            Status status,
            String reason,
            List<RowProblem> problems,
            Optional<TransactionFields> fields,
            Optional<String> symbol,
            Map<String, String> source) {}

    /**
     * A security that the statement names.
     *
     * @param key what a mapping names it by: its ISIN, or its symbol if the statement gives no ISIN
     * @param symbol what it is called here
     * @param status KNOWN, NEW if an import registers it, or NEEDS_DECISION
     * @param reason why somebody has to decide; empty if nobody has
     * @param rows how many rows name it
     */
    public record Mentioned(
            String key, String symbol, String name, String currency, SecurityStatus status, String reason, long rows) {}

    /** Whether a security is known. */
    public enum SecurityStatus {
        KNOWN,
        NEW,
        NEEDS_DECISION
    }

    /** How many rows have a status. */
    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
