package io.dawsos.application.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.dawsos.application.pattern.ScalarInput.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the declared inputs of a pattern's document. */
final class InputSpecReader {

    private static final int DEEPEST = 5;
    private static final Set<String> MEMBERS = Set.of(
            "type", "required", "default", "min", "max", "enum", "pattern", "items", "values", "fields", "description");

    private final PatternProblems problems;

    InputSpecReader(PatternProblems problems) {
        this.problems = problems;
    }

    /** Reads a map of inputs, or of the fields of one. */
    List<InputSpec> inputs(@Nullable Located declared, int depth) {
        List<InputSpec> inputs = new ArrayList<>();
        if (declared != null) {
            problems.object(declared, Optional.empty())
                    .forEach((name, place) -> input(name, place, depth).ifPresent(inputs::add));
        }
        return inputs;
    }

    private Optional<InputSpec> input(String name, Located place, int depth) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            problems.error(
                    "bad_name", place, Optional.empty(), "expected a name of a-z, 0-9 and _, found \"" + name + "\"");
        }
        Map<String, Located> parts = problems.object(place, Optional.empty());
        Optional<InputType> type = type(place, parts, depth);
        boolean required = truth(parts.get("required"));
        Optional<Object> standard = Optional.ofNullable(parts.get("default")).flatMap(Located::plain);
        if (required && standard.isPresent()) {
            problems.warning(
                    "useless_default",
                    place,
                    Optional.empty(),
                    "\"" + name + "\" is required, so that its default is never taken");
        }
        if (type.isEmpty()) {
            return Optional.empty();
        }
        InputSpec spec = new InputSpec(
                name,
                type.get(),
                required,
                standard,
                Optional.ofNullable(parts.get("description"))
                        .map(text -> problems.text(text, Optional.empty()))
                        .orElse(""));
        spec.standard().ifPresent(value -> {
            try {
                spec.read(value);
            } catch (IllegalArgumentException e) {
                problems.error(
                        "bad_default",
                        java.util.Objects.requireNonNull(parts.get("default")),
                        Optional.empty(),
                        "the default of \"" + name + "\" breaks its own rule: " + e.getMessage());
            }
        });
        return Optional.of(spec);
    }

    private Optional<InputType> type(Located place, Map<String, Located> parts, int depth) {
        problems.refuseUnknown(parts, MEMBERS, Optional.empty());
        Located typeName = parts.get("type");
        if (typeName == null) {
            problems.error("missing_member", place, Optional.empty(), "the input has no type");
            return Optional.empty();
        }
        if (depth > DEEPEST) {
            problems.error("too_deep", place, Optional.empty(), "inputs nest at most " + DEEPEST + " deep");
            return Optional.empty();
        }
        InputBounds bounds = new InputBounds(number(parts.get("min")), number(parts.get("max")));
        if (bounds.minimum().isPresent()
                && bounds.maximum()
                        .filter(most -> most.compareTo(bounds.minimum().get()) < 0)
                        .isPresent()) {
            problems.error("bad_bounds", place, Optional.empty(), "max is less than min");
        }
        String written = problems.text(typeName, Optional.empty());
        return switch (written) {
            case "array" -> part(place, parts, "items", depth).map(items -> new InputType.Array(items, bounds));
            case "object" -> object(place, parts, bounds, depth);
            default -> single(place, typeName, written, parts, bounds);
        };
    }

    private Optional<InputType> object(Located place, Map<String, Located> parts, InputBounds bounds, int depth) {
        if (parts.containsKey("fields") == parts.containsKey("values")) {
            problems.error(
                    "missing_member",
                    place,
                    Optional.empty(),
                    "an object has either \"fields\", by name, or \"values\", the type of all its members");
            return Optional.empty();
        }
        return parts.containsKey("fields")
                ? Optional.of(new InputType.Fields(inputs(parts.get("fields"), depth + 1)))
                : part(place, parts, "values", depth).map(values -> new InputType.Values(values, bounds));
    }

    private Optional<InputType> part(Located place, Map<String, Located> parts, String name, int depth) {
        Located part = parts.get(name);
        if (part == null) {
            problems.error("missing_member", place, Optional.empty(), "the input has no member \"" + name + "\"");
            return Optional.empty();
        }
        return type(part, problems.object(part, Optional.empty()), depth + 1);
    }

    private Optional<InputType> single(
            Located place, Located typeName, String written, Map<String, Located> parts, InputBounds bounds) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(each -> each.label().equals(written))
                .findFirst();
        if (kind.isEmpty()) {
            Set<String> types = new TreeSet<>(List.of("array", "object"));
            Arrays.stream(Kind.values()).map(Kind::label).forEach(types::add);
            problems.unknown(
                    "unknown_type",
                    typeName,
                    Optional.empty(),
                    "expected one of " + String.join(", ", types) + ", found \"" + written + "\"",
                    written,
                    types);
            return Optional.empty();
        }
        List<String> allowed = texts(parts.get("enum"));
        if (kind.get() == Kind.ENUM && allowed.isEmpty()) {
            problems.error("missing_member", place, Optional.empty(), "the input has no member \"enum\"");
        }
        return Optional.of(new ScalarInput(kind.get(), bounds, form(parts.get("pattern")), allowed));
    }

    private Optional<Pattern> form(@Nullable Located place) {
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(problems.text(place, Optional.empty())));
        } catch (PatternSyntaxException e) {
            problems.error("bad_pattern", place, Optional.empty(), "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private boolean truth(@Nullable Located value) {
        if (value == null) {
            return false;
        }
        if (!(value.value() instanceof Boolean truth)) {
            problems.error("schema", value, Optional.empty(), "expected true or false, found " + value.kind());
            return false;
        }
        return truth;
    }

    private Optional<BigDecimal> number(@Nullable Located value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.value() instanceof BigDecimal number) {
            return Optional.of(number);
        }
        problems.error("schema", value, Optional.empty(), "expected a number, found " + value.kind());
        return Optional.empty();
    }

    private List<String> texts(@Nullable Located value) {
        if (value == null) {
            return List.of();
        }
        return problems.array(value, Optional.empty()).stream()
                .map(item -> problems.text(item, Optional.empty()))
                .toList();
    }
}
