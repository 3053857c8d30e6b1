package io.dawsos.documents.statement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.UnreadableStatementException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Delimited text read record by record in constant memory. */
final class CsvText {

    private static final int LONGEST_ROW = 1 << 16;
    private static final int HEAD_RECORDS = 40;

    private final Charset charset;
    private final char separator;

    CsvText(Charset charset, char separator) {
        this.charset = charset;
        this.separator = separator;
    }

    /** The first records of a file. */
    List<List<String>> head(StatementFile file) {
        List<List<String>> records = new ArrayList<>();
        try {
            read(new ByteArrayInputStream(file.head()), (line, values) -> {
                records.add(values);
                return records.size() < HEAD_RECORDS;
            });
        } catch (UnreadableStatementException e) {
            // The beginning of a file may end within a quoted field; what was read before it counts.
            return records;
        }
        return records;
    }

    /** Reads records until the taker wants no more. */
    void read(InputStream content, BiPredicate<Long, List<String>> taker) {
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(new InputStreamReader(
                        content,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
            for (CsvRecord found : csv) {
                line = found.getStartingLineNumber();
                if (!taker.test(line, found.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableStatementException(
                    line,
                    "not delimited text, or a field of more than " + LONGEST_ROW + " characters, after line " + line,
                    "save the file as CSV");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
