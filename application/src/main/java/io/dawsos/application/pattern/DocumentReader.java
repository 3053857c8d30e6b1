package io.dawsos.application.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the members of a pattern's document that do not depend on capabilities, and names what is wrong with them. */
final class DocumentReader {

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "name",
            "description",
            "version",
            "category",
            "tags",
            "author",
            "created",
            "inputs",
            "steps",
            "outputs",
            "display",
            "presentation",
            "rights_required",
            "export_allowed");
    private static final Set<String> INPUT_MEMBERS =
            Set.of("type", "required", "default", "min", "max", "enum", "description");

    private final PatternProblems problems;
    private final Located root;
    private final Map<String, Located> members;

    DocumentReader(PatternProblems problems, Located root) {
        this.problems = problems;
        this.root = root;
        this.members = root.asObject().orElse(Map.of());
        if (root.asObject().isEmpty()) {
            problems.error("schema", root, Optional.empty(), "expected an object, found " + root.kind());
        }
        refuseUnknown(members, MEMBERS, Optional.empty());
    }

    void refuseUnknown(Map<String, Located> object, Set<String> known, Optional<String> step) {
        object.forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.unknown(
                        "unknown_member", value, step, "there is no member \"" + name + "\" here", name, known);
            }
        });
    }

    /** A member that must be a text. */
    String text(String name) {
        Located member = members.get(name);
        if (member == null) {
            problems.error("missing_member", root, Optional.empty(), "the member \"" + name + "\" is missing");
            return "";
        }
        return text(member, Optional.empty());
    }

    private String text(Located member, Optional<String> step) {
        return member.asText().orElseGet(() -> {
            problems.error("schema", member, step, "expected a text, found " + member.kind());
            return "";
        });
    }

    /** The members of the array of steps or outputs. */
    List<Located> array(String name) {
        Located member = members.get(name);
        if (member == null) {
            problems.error("missing_member", root, Optional.empty(), "the member \"" + name + "\" is missing");
            return List.of();
        }
        return member.asArray().orElseGet(() -> {
            problems.error("schema", member, Optional.empty(), "expected an array, found " + member.kind());
            return List.of();
        });
    }

    /** The declared inputs. */
    List<InputSpec> inputs() {
        Located declared = members.get("inputs");
        List<InputSpec> inputs = new ArrayList<>();
        if (declared == null) {
            return inputs;
        }
        declared.asObject()
                .ifPresentOrElse(
                        object -> object.forEach(
                                (name, place) -> input(name, place).ifPresent(inputs::add)),
                        () -> problems.error(
                                "schema", declared, Optional.empty(), "expected an object, found " + declared.kind()));
        return inputs;
    }

    private Optional<InputSpec> input(String name, Located place) {
        Optional<Map<String, Located>> object = place.asObject();
        if (object.isEmpty()) {
            problems.error("schema", place, Optional.empty(), "expected an object, found " + place.kind());
            return Optional.empty();
        }
        Map<String, Located> parts = object.get();
        refuseUnknown(parts, INPUT_MEMBERS, Optional.empty());
        Located typeName = parts.get("type");
        if (typeName == null) {
            problems.error("missing_member", place, Optional.empty(), "the input \"" + name + "\" has no type");
            return Optional.empty();
        }
        List<String> types = Arrays.stream(InputSpec.Type.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        String written = text(typeName, Optional.empty());
        if (!types.contains(written)) {
            problems.unknown(
                    "unknown_type",
                    typeName,
                    Optional.empty(),
                    "expected one of " + String.join(", ", types) + ", found \"" + written + "\"",
                    written,
                    types);
            return Optional.empty();
        }
        InputSpec spec = new InputSpec(
                name,
                InputSpec.Type.valueOf(written.toUpperCase(Locale.ROOT)),
                truth(parts.get("required")),
                number(parts.get("min")),
                number(parts.get("max")),
                texts(parts.get("enum")),
                Optional.ofNullable(parts.get("default")).flatMap(value -> Optional.ofNullable(value.value())),
                Optional.ofNullable(parts.get("description"))
                        .flatMap(Located::asText)
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

    @org.jspecify.annotations.NullUnmarked
    private boolean truth(Located value) {
        return value != null && Boolean.TRUE.equals(value.value());
    }

    @org.jspecify.annotations.NullUnmarked
    private Optional<BigDecimal> number(Located value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.value() instanceof BigDecimal number) {
            return Optional.of(number);
        }
        problems.error("schema", value, Optional.empty(), "expected a number, found " + value.kind());
        return Optional.empty();
    }

    @org.jspecify.annotations.NullUnmarked
    private List<String> texts(Located value) {
        return value == null
                ? List.of()
                : value.asArray().orElse(List.of()).stream()
                        .map(item -> text(item, Optional.empty()))
                        .toList();
    }
}
