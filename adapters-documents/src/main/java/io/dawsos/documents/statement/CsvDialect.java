package io.dawsos.documents.statement;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.domain.imports.ImportMapping;

/** What one format means by the columns of its table. */
public interface CsvDialect {

    /** The name of the format in the API. */
    String format();

    /** What people call the format. */
    String title();

    /** Whether a header line is of this format. */
    boolean recognizes(CsvHeader header);

    /** Begins to read one file; the rows go to the sink. */
    Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink);

    /** Takes the rows of one file in their order. */
    interface Rows {
        /** Takes a row that is not blank. */
        void take(CsvRow row);

        /** Says that no more rows come. */
        default void end() {}
    }
}
