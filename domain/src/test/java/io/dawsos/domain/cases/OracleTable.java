package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.figure.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** All cases of one published source: each is run by the calculation of its measure, or named as not supported. */
final class OracleTable {

    private final String file;
    private final Map<String, Function<JsonNode, Object>> calculations;
    private final List<String> elsewhere;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final TreeSet<String> notes = new TreeSet<>();

    OracleTable(String file, Map<String, Function<JsonNode, Object>> calculations) {
        this(file, calculations, List.of());
    }

    /** @param elsewhere measures of the file that another test runs */
    OracleTable(String file, Map<String, Function<JsonNode, Object>> calculations, List<String> elsewhere) {
        this.file = file;
        this.calculations = calculations;
        this.elsewhere = elsewhere;
    }

    Stream<Arguments> cases() {
        List<Arguments> found = new ArrayList<>();
        for (JsonNode oracle : NumericCase.read("oracles", file + ".json")) {
            if (!elsewhere.contains(oracle.get("measure").asString())) {
                found.add(Arguments.argumentSet(oracle.get("id").asString(), oracle));
            }
        }
        assertThat(found).as(file).isNotEmpty();
        return found.stream();
    }

    /** Runs a case; one that can't be run is reported as skipped. */
    void run(JsonNode oracle) {
        String kind = oracle.get("kind").asString();
        String measure = oracle.get("measure").asString();
        int[] count = counts.computeIfAbsent(kind, key -> new int[4]);
        count[0]++;
        List<String> differences = List.of();
        try {
            Function<JsonNode, Object> calculation = calculations.get(measure);
            if (calculation == null) {
                throw new NotSupportedException("no calculation of this measure");
            }
            Differences found = new Differences(oracle);
            differences = found.of(calculation.apply(oracle));
            if (found.checked == 0) {
                throw new NotSupportedException("figures " + found.unsupported + " are not computed");
            }
            if (!found.unsupported.isEmpty()) {
                notes.add(kind + " " + measure + ", in part: " + found.unsupported);
            }
        } catch (NotSupportedException e) {
            count[3]++;
            notes.add(kind + " " + measure + ": " + e.getMessage());
            Assumptions.abort(measure + ": " + e.getMessage());
        }
        count[differences.isEmpty() ? 1 : 2]++;
        assertThat(differences).isEmpty();
    }

    void report() {
        StringBuilder table = new StringBuilder(
                String.format("%n%-32s%8s%8s%8s%15s%n", file, "cases", "passed", "failed", "not supported"));
        int[] all = new int[4];
        counts.forEach((kind, count) -> {
            table.append(String.format("%-32s%8d%8d%8d%15d%n", kind, count[0], count[1], count[2], count[3]));
            Arrays.setAll(all, i -> all[i] + count[i]);
        });
        table.append(String.format("%-32s%8d%8d%8d%15d%n", "total", all[0], all[1], all[2], all[3]));
        notes.forEach(note -> table.append("not supported: ").append(note).append(System.lineSeparator()));
        System.out.println(table);
    }

    /** Holds an answer against the expected one. */
    static final class Differences {

        private final JsonNode oracle;
        private final List<String> found = new ArrayList<>();
        private final TreeSet<String> unsupported = new TreeSet<>();
        private int checked;

        Differences(JsonNode oracle) {
            this.oracle = oracle;
        }

        List<String> of(Object actual) {
            compare("", oracle.get("expected"), actual);
            return found;
        }

        private void compare(String path, JsonNode expected, Object actual) {
            Optional<?> value = actual instanceof Figure<?> figure ? figure.asOptional() : Optional.ofNullable(actual);
            if (expected.has("any_of")) {
                boolean any = StreamSupport.stream(expected.get("any_of").spliterator(), false)
                        .anyMatch(one -> {
                            Differences differences = new Differences(oracle);
                            differences.compare(path, one, actual);
                            return differences.found.isEmpty();
                        });
                miss(any, path, expected, actual);
            } else if (expected.has("error") || noNumber(expected)) {
                miss(value.isEmpty(), path, expected, actual);
            } else if (value.isEmpty()) {
                miss(false, path, expected, actual);
            } else {
                known(path, expected, value.get());
            }
        }

        private static boolean noNumber(JsonNode expected) {
            return expected.isNull()
                    || (expected.isString()
                            && List.of("NaN", "Infinity", "-Infinity").contains(expected.asString()));
        }

        private void known(String path, JsonNode expected, Object actual) {
            if (expected.isObject()) {
                Map<?, ?> map = (Map<?, ?>) actual;
                for (Map.Entry<String, JsonNode> field : expected.properties()) {
                    String key = field.getKey();
                    if (map.containsKey(key)) {
                        compare(path + "." + key, field.getValue(), map.get(key));
                    } else {
                        unsupported.add(key);
                    }
                }
            } else if (expected.isArray()) {
                List<?> list = actual instanceof double[] array
                        ? Arrays.stream(array).boxed().toList()
                        : (List<?>) actual;
                miss(list.size() == expected.size(), path + " size", expected, list);
                for (int i = 0; i < Math.min(list.size(), expected.size()); i++) {
                    compare(path + "[" + i + "]", expected.get(i), list.get(i));
                }
            } else if (expected.isNumber()) {
                double wanted = expected.asDouble();
                double given = ((Number) actual).doubleValue();
                miss(Math.abs(wanted - given) <= tolerance(path, wanted), path, expected, actual);
            } else {
                miss(expected.asString().equals(actual.toString()), path, expected, actual);
            }
        }

        private double tolerance(String path, double wanted) {
            JsonNode tolerance = oracle.get("tolerance");
            String name = path.substring(path.lastIndexOf('.') + 1);
            String key = (name.startsWith("autocorrelation") ? "autocorrelation" : name) + "_abs";
            double absolute = tolerance.has(key)
                    ? tolerance.get(key).asDouble()
                    : tolerance.path("abs").asDouble(0);
            return Math.max(absolute, tolerance.path("rel").asDouble(0) * Math.abs(wanted));
        }

        private void miss(boolean right, String path, JsonNode expected, Object actual) {
            checked++;
            if (!right) {
                found.add(path + ": expected " + expected + ", found " + actual);
            }
        }
    }
}
