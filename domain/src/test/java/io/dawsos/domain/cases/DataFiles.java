package io.dawsos.domain.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Columns of the real series that some published answers rest on; they lie beside the project, or where a system property says. */
final class DataFiles {

    private static final Map<String, DataFiles> READ = new ConcurrentHashMap<>();

    private final List<String> names;
    private final List<String[]> rows;

    private DataFiles(List<String> names, List<String[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    private static Path folder() {
        return Optional.ofNullable(System.getProperty("dawsos.data"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("dawsos.root", "."), "..", "shared", "data"));
    }

    /** Reads a file that a case names as {@code data/...}. */
    static DataFiles read(String path) {
        Path file = folder().resolve(path.substring("data/".length()));
        if (!Files.isRegularFile(file)) {
            throw new NotSupportedException("no series in ../shared/data, nor where dawsos.data says");
        }
        return READ.computeIfAbsent(path, key -> {
            try {
                List<String[]> lines = Files.readAllLines(file).stream()
                        .map(line -> line.replace("\"", "").split(",", -1))
                        .toList();
                return new DataFiles(Arrays.asList(lines.get(0)), lines.subList(1, lines.size()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A column with NaN where it is empty. */
    double[] column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(name + " is none of " + names);
        }
        return rows.stream()
                .mapToDouble(row ->
                        row[index].isBlank() || row[index].equals("NA") ? Double.NaN : Double.parseDouble(row[index]))
                .toArray();
    }

    LocalDate date(int row) {
        return LocalDate.parse(rows.get(row)[0]);
    }

    int size() {
        return rows.size();
    }

    /** The rows in which all columns have a number. */
    static int[] complete(double[]... columns) {
        return IntStream.range(0, columns[0].length)
                .filter(row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
    }

    static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }
}
