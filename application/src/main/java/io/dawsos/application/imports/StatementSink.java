package io.dawsos.application.imports;

/** Takes what a reader finds in a file, in the order of the file. */
public interface StatementSink {

    /** Takes how the file was read, such as its separator. */
    void setting(String name, String value);

    /** Takes a column of the file and the field that it fills; empty text if it fills none. */
    void column(String column, String field);

    /** Takes a row. */
    void row(StatementRow row);
}
