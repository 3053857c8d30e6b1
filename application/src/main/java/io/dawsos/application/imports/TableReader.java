package io.dawsos.application.imports;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Reads a table with a header line, row by row, in constant memory. */
public interface TableReader {

    /**
     * Reads all rows.
     *
     * @param content in UTF-8, with or without a byte order mark
     * @param header takes the column names, in lower case, before the first row
     * @param rows takes each row
     * @throws MalformedTableException if the content is no such table
     */
    void read(InputStream content, Consumer<List<String>> header, Consumer<Row> rows);

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param values one for each column of the header; absent ones are empty
     */
    record Row(long line, List<String> values) {}

    /** Thrown when content is no table; reading stops there. */
    final class MalformedTableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long line;

        /** Says on which line, and why. */
        public MalformedTableException(long line, String reason) {
            super(reason);
            this.line = line;
        }

        /** The line, from 1. */
        public long line() {
            return line;
        }
    }
}
