package io.dawsos.application.imports;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The formats of statements that can be read, the surest to recognise first. */
public final class StatementFormats {

    private final List<StatementReader> readers;

    @Inject
    StatementFormats(DawsosCsv own, Set<StatementReader> others) {
        List<StatementReader> all = new ArrayList<>();
        all.add(own);
        all.addAll(others);
        this.readers = List.copyOf(all);
    }

    /** All formats. */
    public List<StatementReader> all() {
        return readers;
    }

    /** Finds a format by name. */
    public Optional<StatementReader> named(String format) {
        return readers.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }

    /**
     * Finds the format of a file by its beginning.
     *
     * @throws UnreadableStatementException if it is compressed, or of no format that is known
     */
    StatementReader of(StatementFile file) {
        if (file.beginsWith('P', 'K', 3, 4) || file.beginsWith(0x1F, 0x8B)) {
            throw new UnreadableStatementException(1, "a compressed file", "unpack it and import what is inside");
        }
        return readers.stream()
                .filter(reader -> reader.recognizes(file))
                .findFirst()
                .orElseThrow(() -> new UnreadableStatementException(
                        1,
                        "no known format: the beginning of the file looks like none of them",
                        "name the format, or save the file as CSV with a header line; the formats are "
                                + String.join(", ", names())));
    }

    private List<String> names() {
        return readers.stream().map(StatementReader::format).toList();
    }
}
