package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inputs on which users of other programs met wrong numbers, with the right values. The folder is that of the system property
 * {@code dawsos.cases}, else the copy beside this class. What is not supported yet is aborted with its reason, never left out.
 */
class CasesTest {

    private static final List<String> FILES =
            List.of("money-and-cash", "lots-and-cost-basis", "corporate-actions-and-history", "returns-and-risk");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> every_case_gives_the_right_answer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : FILES) {
            int supported = 0;
            List<String> open = new ArrayList<>();
            for (JsonNode one : read(file).get("cases")) {
                String name = one.get("id").asString() + " " + one.get("title").asString();
                try {
                    Map<String, Object> actual = CaseCalculations.compute(one.get("inputs"));
                    supported++;
                    tests.add(DynamicTest.dynamicTest(name, () -> check(one, actual)));
                } catch (CaseLedger.NotSupported e) {
                    open.add(one.get("id").asString() + ": " + e.getMessage());
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        throw new TestAbortedException("not supported: " + e.getMessage());
                    }));
                }
            }
            System.out.println(file + ": " + supported + " run, " + open.size() + " not supported");
            open.forEach(reason -> System.out.println("  " + reason));
        }
        assertThat(tests).hasSizeGreaterThan(70);
        return tests.stream();
    }

    private static JsonNode read(String file) throws IOException {
        String folder = System.getProperty("dawsos.cases", "");
        if (!folder.isEmpty()) {
            return JSON.readTree(Files.readAllBytes(Path.of(folder, file + ".json")));
        }
        try (InputStream content = CasesTest.class.getResourceAsStream("/cases/" + file + ".json")) {
            return JSON.readTree(content.readAllBytes());
        }
    }

    private static void check(JsonNode one, Map<String, Object> actual) {
        compare(
                "",
                one.get("expected"),
                actual,
                one.get("tolerance"),
                one.get("tolerance").path("*").decimalValue(BigDecimal.ZERO));
    }

    private static void compare(
            String path, JsonNode expected, Object actual, JsonNode tolerances, BigDecimal tolerance) {
        if (expected.isObject()) {
            assertThat(actual).as(path).isInstanceOf(Map.class);
            expected.properties().forEach(entry -> {
                BigDecimal inner = tolerances.has(entry.getKey())
                        ? tolerances.get(entry.getKey()).decimalValue()
                        : tolerance;
                compare(
                        path + "/" + entry.getKey(),
                        entry.getValue(),
                        ((Map<?, ?>) actual).get(entry.getKey()),
                        tolerances,
                        inner);
            });
        } else if (expected.isArray()) {
            List<?> list = (List<?>) actual;
            assertThat(list).as(path).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, expected.get(i), list.get(i), tolerances, tolerance);
            }
        } else if (expected.isNumber()) {
            assertThat(actual).as(path).isInstanceOf(Number.class);
            BigDecimal number =
                    actual instanceof BigDecimal exact ? exact : BigDecimal.valueOf(((Number) actual).doubleValue());
            assertThat(number.subtract(expected.decimalValue()).abs())
                    .as(path + ": expected " + expected + ", found " + number)
                    .isLessThanOrEqualTo(tolerance);
        } else if (expected.isBoolean()) {
            assertThat(actual).as(path).isEqualTo(expected.asBoolean());
        } else if (expected.isNull()) {
            assertThat(actual).as(path).isNull();
        } else {
            assertThat(actual).as(path).isEqualTo(expected.asString());
        }
    }
}
