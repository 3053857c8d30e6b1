package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvHeader;
import io.dawsos.documents.statement.CsvRow;
import io.dawsos.documents.statement.Draft;
import io.dawsos.domain.imports.ImportMapping;

/** Activities as Ghostfolio takes them in CSV; its columns have several names. */
final class GhostfolioCsv implements CsvDialect {

    @Override
    public String format() {
        return "ghostfolio_csv";
    }

    @Override
    public String title() {
        return "Ghostfolio activities (CSV)";
    }

    @Override
    public boolean recognizes(CsvHeader header) {
        return header.has("date", "action", "fee")
                && (header.has("code") || header.has("symbol"))
                && (header.has("currency") || header.has("ccy"))
                && (header.has("price") || header.has("unitprice"))
                && (header.has("quantity") || header.has("qty"));
    }

    @Override
    public Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink) {
        return row -> {
            GhostfolioActivity activity = activity(row);
            sink.row(activity.row(new Draft(row.line())));
        };
    }

    private static GhostfolioActivity activity(CsvRow row) {
        return new GhostfolioActivity(
                row.line(),
                row.text("date"),
                row.text("code", "symbol"),
                row.text("datasource"),
                row.text("currency", "ccy"),
                row.text("price", "unitprice"),
                row.text("quantity", "qty"),
                row.text("action"),
                row.text("fee"),
                row.text("note", "comment"));
    }
}
