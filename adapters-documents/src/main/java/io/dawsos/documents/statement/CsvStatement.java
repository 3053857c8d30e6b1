package io.dawsos.documents.statement;

import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.StatementReader;
import io.dawsos.application.imports.StatementSink;
import io.dawsos.application.imports.UnreadableStatementException;
import io.dawsos.domain.imports.ImportMapping;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables of one dialect: finds encoding, separator and header line, and hands the rows over. */
public final class CsvStatement implements StatementReader {

    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', ";", ';', "tab", '\t', "\t", '\t', "|", '|');
    private static final List<Character> USUAL = List.of(',', ';', '\t', '|');
    private static final int MOST_ROWS = 1_000_000;

    private final CsvDialect dialect;

    /** A reader of a dialect. */
    public CsvStatement(CsvDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String format() {
        return dialect.format();
    }

    @Override
    public String title() {
        return dialect.title();
    }

    @Override
    public boolean recognizes(StatementFile file) {
        return separator(file, TextEncoding.of(file, Map.of())).isPresent();
    }

    private Optional<Character> separator(StatementFile file, Charset charset) {
        for (char separator : USUAL) {
            for (List<String> values : new CsvText(charset, separator).head(file)) {
                if (dialect.recognizes(new CsvHeader(values))) {
                    return Optional.of(separator);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void read(StatementFile file, ImportMapping mapping, StatementSink sink) {
        Charset charset = TextEncoding.of(file, mapping.settings());
        char separator = Optional.ofNullable(SEPARATORS.get(mapping.settings().getOrDefault("separator", "")))
                .or(() -> separator(file, charset))
                .orElseThrow(this::noHeader);
        sink.setting("encoding", charset.name());
        sink.setting("separator", separator == '\t' ? "tab" : String.valueOf(separator));
        Reading reading = new Reading(mapping, sink);
        new CsvText(charset, separator).read(file.content(), reading::take);
        reading.end();
    }

    private UnreadableStatementException noHeader() {
        return new UnreadableStatementException(
                1, "no header line of " + dialect.title(), "export the file again, or leave the format out");
    }

    /** One file being read. */
    private final class Reading {

        private final ImportMapping mapping;
        private final StatementSink sink;
        private final List<CsvHeader> header = new ArrayList<>();
        private final List<CsvDialect.Rows> rows = new ArrayList<>();
        private int count;

        Reading(ImportMapping mapping, StatementSink sink) {
            this.mapping = mapping;
            this.sink = sink;
        }

        boolean take(long line, List<String> values) {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new UnreadableStatementException(
                        line, "a NUL byte: the file is not text", "save the file as CSV");
            }
            if (header.isEmpty()) {
                CsvHeader found = new CsvHeader(values);
                if (dialect.recognizes(found)) {
                    header.add(found);
                    rows.add(dialect.rows(found, mapping, sink));
                }
                return true;
            }
            CsvRow row = new CsvRow(line, header.get(0), values);
            if (!row.blank()) {
                if (++count > MOST_ROWS) {
                    throw new UnreadableStatementException(
                            line, "more than " + MOST_ROWS + " rows", "split the file into parts");
                }
                rows.get(0).take(row);
            }
            return true;
        }

        void end() {
            if (rows.isEmpty()) {
                throw noHeader();
            }
            rows.get(0).end();
        }
    }
}
