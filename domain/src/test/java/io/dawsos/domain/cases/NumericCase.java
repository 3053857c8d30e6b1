package io.dawsos.domain.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One published right answer. */
record NumericCase(String kind, String id, String title, JsonNode inputs, JsonNode expected, JsonNode tolerance) {

    private static final List<String> FILES =
            List.of("money-and-cash", "lots-and-cost-basis", "corporate-actions-and-history", "returns-and-risk");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<NumericCase> all() {
        List<NumericCase> cases = new ArrayList<>();
        for (String file : FILES) {
            JsonNode root = read("cases", file + ".json");
            for (JsonNode node : root.get("cases")) {
                cases.add(new NumericCase(
                        root.get("kind").asString(),
                        node.get("id").asString(),
                        node.get("title").asString(),
                        node.get("inputs"),
                        node.get("expected"),
                        node.get("tolerance")));
            }
        }
        return cases;
    }

    /** Reads a file of the folder that a system property names, or of the test's resources. */
    static JsonNode read(String folder, String file) {
        Optional<String> elsewhere = Optional.ofNullable(System.getProperty("dawsos." + folder));
        try (InputStream in = elsewhere.isPresent()
                ? Files.newInputStream(Path.of(elsewhere.get(), file))
                : Objects.requireNonNull(NumericCase.class.getResourceAsStream("/" + folder + "/" + file))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String calc() {
        return inputs.get("calc").asString();
    }
}
