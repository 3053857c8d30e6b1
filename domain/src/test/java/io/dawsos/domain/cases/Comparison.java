package io.dawsos.domain.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Holds expected figures against answers, each with the tolerance of the innermost key on its path that has one. */
final class Comparison {

    private final JsonNode tolerances;
    private final List<String> differences = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();
    private int checked;

    Comparison(JsonNode tolerances) {
        this.tolerances = tolerances;
    }

    List<String> differences() {
        return differences;
    }

    List<String> unsupported() {
        return unsupported;
    }

    int checked() {
        return checked;
    }

    void compare(JsonNode expected, Answers answers) {
        fields(expected, answers, "*");
    }

    private void fields(JsonNode expected, Answers answers, String tolerance) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String key = field.getKey();
            try {
                if (field.getValue().isNull()) {
                    checked++;
                    if (answers.has(key)) {
                        differences.add(key + " must be absent");
                    }
                } else {
                    value(key, field.getValue(), answers.get(key), inner(key, tolerance));
                }
            } catch (NotSupportedException e) {
                unsupported.add(e.getMessage());
            }
        }
    }

    private String inner(String key, String outer) {
        return tolerances.has(key) ? key : outer;
    }

    private void value(String path, JsonNode expected, Object actual, String tolerance) {
        if (actual instanceof Answers nested) {
            fields(expected, nested, tolerance);
        } else if (expected.isObject()) {
            Map<?, ?> map = (Map<?, ?>) actual;
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                String key = field.getKey();
                Optional<Object> value = Optional.ofNullable(map.get(key));
                if (value.isEmpty()) {
                    differences.add(path + "." + key + ": expected " + field.getValue() + ", found nothing");
                } else {
                    value(path + "." + key, field.getValue(), value.get(), inner(key, tolerance));
                }
            }
        } else if (expected.isArray()) {
            list(path, expected, (List<?>) actual, tolerance);
        } else if (expected.isNumber()) {
            number(
                    path,
                    expected.decimalValue(),
                    actual,
                    tolerances.get(tolerance).decimalValue());
        } else {
            checked++;
            if (!expected.asString().equals(actual.toString())) {
                differences.add(path + ": expected " + expected + ", found " + actual);
            }
        }
    }

    private void list(String path, JsonNode expected, List<?> actual, String tolerance) {
        checked++;
        if (expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected + ", found " + actual);
            return;
        }
        Iterator<?> found = actual.iterator();
        int index = 0;
        for (JsonNode element : expected) {
            value(path + "[" + index++ + "]", element, found.next(), tolerance);
        }
    }

    private void number(String path, BigDecimal expected, Object actual, BigDecimal tolerance) {
        checked++;
        BigDecimal found = actual instanceof BigDecimal exact
                ? exact
                : actual instanceof Double value ? BigDecimal.valueOf(value) : new BigDecimal(actual.toString());
        if (found.subtract(expected).abs().compareTo(tolerance) > 0) {
            differences.add(path + ": expected " + expected.toPlainString() + ", found " + found.toPlainString());
        }
    }
}
