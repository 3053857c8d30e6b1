package io.dawsos.application.imports;

import io.dawsos.domain.imports.ImportMapping;

/** Turns files of one format into statements: rows in the fields of our own file of transactions, each with its source line. */
public interface StatementReader {

    /** The name of the format in the API, such as {@code degiro}. */
    String format();

    /** What people call the format. */
    String title();

    /** Whether a file looks as if it were of this format, as far as its beginning says. */
    boolean recognizes(StatementFile file);

    /**
     * Reads a file row by row.
     *
     * @throws UnreadableStatementException if the file can't be read as this format; reading stops there
     */
    void read(StatementFile file, ImportMapping mapping, StatementSink sink);
}
