package io.dawsos.documents;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dawsos.application.imports.TableReader;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads CSV (RFC 4180) with commas or semicolons; the header decides which. */
final class CsvTableReader implements TableReader {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 14;
    private static final int LONGEST_ROW = 1 << 16;

    @Inject
    CsvTableReader() {}

    @Override
    public void read(InputStream content, Consumer<List<String>> header, Consumer<Row> rows) {
        long line = 1;
        try {
            BufferedInputStream buffered = new BufferedInputStream(content, BUFFER);
            skipByteOrderMark(buffered);
            char separator = separator(buffered);
            Reader text = new InputStreamReader(
                    buffered,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_ROW)
                    .ofCsvRecord(text);
            int columns = -1;
            for (CsvRecord found : csv) {
                line = found.getStartingLineNumber();
                List<String> values = found.getFields();
                refuseNul(line, values);
                if (columns < 0) {
                    columns = values.size();
                    header.accept(values.stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList());
                } else {
                    rows.accept(new Row(line, sized(line, values, columns)));
                }
            }
            if (columns < 0) {
                throw new MalformedTableException(1, "the file is empty");
            }
        } catch (CsvParseException e) {
            throw new MalformedTableException(line, reason(e, line));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new MalformedTableException(line, "not UTF-8, after line " + line)
                    : e;
        } catch (IOException e) {
            throw unreadable(e, line);
        }
    }

    private static String reason(CsvParseException e, long line) {
        if (e.getCause() instanceof CharacterCodingException) {
            return "not UTF-8, after line " + line;
        }
        return "not CSV, or a field of more than " + LONGEST_ROW + " characters, after line " + line;
    }

    private static RuntimeException unreadable(IOException e, long line) {
        return e instanceof CharacterCodingException
                ? new MalformedTableException(line, "not UTF-8, after line " + line)
                : new UncheckedIOException(e);
    }

    private static void refuseNul(long line, List<String> values) {
        for (String value : values) {
            if (value.indexOf('\0') >= 0) {
                throw new MalformedTableException(line, "a NUL byte: the file is not text");
            }
        }
    }

    private static List<String> sized(long line, List<String> values, int columns) {
        if (values.size() > columns) {
            throw new MalformedTableException(
                    line, "line " + line + " has " + values.size() + " fields, the header has " + columns);
        }
        if (values.size() == columns) {
            return values;
        }
        List<String> padded = new ArrayList<>(values);
        while (padded.size() < columns) {
            padded.add("");
        }
        return padded;
    }

    private static void skipByteOrderMark(BufferedInputStream content) throws IOException {
        content.mark(3);
        byte[] start = content.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            content.reset();
        }
    }

    private static char separator(BufferedInputStream content) throws IOException {
        content.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int next = content.read();
            if (next < 0 || next == '\n' || next == '\r') {
                break;
            }
            commas += next == ',' ? 1 : 0;
            semicolons += next == ';' ? 1 : 0;
        }
        content.reset();
        return semicolons > commas ? ';' : ',';
    }
}
