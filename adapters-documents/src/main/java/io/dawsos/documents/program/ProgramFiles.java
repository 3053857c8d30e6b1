package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementReader;
import io.dawsos.documents.statement.CsvStatement;
import java.util.List;

/** All readers of other programs' files. */
public final class ProgramFiles {

    private ProgramFiles() {}

    /** The readers of formats that are recognised for sure. */
    public static List<StatementReader> readers() {
        return List.of(
                new GhostfolioJson(), new CsvStatement(new GhostfolioCsv()), new CsvStatement(new Wealthfolio()));
    }

    /** The reader of any table, for files that no other recognises. */
    public static StatementReader anyTable() {
        return new CsvStatement(new GenericCsv());
    }
}
