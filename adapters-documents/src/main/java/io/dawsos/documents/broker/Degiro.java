package io.dawsos.documents.broker;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvHeader;
import io.dawsos.domain.imports.ImportMapping;

/** The account statement that Degiro exports: one thing that happened is often several rows. */
final class Degiro implements CsvDialect {

    /** Date, time, value date, product, ISIN, description, rate, change with its currency, balance with its, order. */
    private static final int COLUMNS = 12;

    private static final int ISIN = 4;

    @Override
    public String format() {
        return "degiro";
    }

    @Override
    public String title() {
        return "Degiro account statement (CSV)";
    }

    @Override
    public boolean recognizes(CsvHeader header) {
        return header.names().size() == COLUMNS
                && header.place("ISIN") == ISIN
                && header.place("FX") == ISIN + 2
                && header.names().get(ISIN + 4).isBlank();
    }

    @Override
    public Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink) {
        return new DegiroRows(sink);
    }
}
