package io.dawsos.application.pattern;

import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one flat scope of a pattern: {@code inputs}, {@code ctx} and the names of the steps so far. Resolves every reference of
 * arguments, conditions and presentation, for the compiler and so for the run.
 */
final class ReferenceScope {

    private static final String LENGTH = "length";

    private final PatternProblems problems;
    private final List<InputSpec> inputs;
    private final Map<String, Made> steps = new LinkedHashMap<>();
    private final Set<String> usedInputs = new HashSet<>();
    private final Set<String> usedSteps = new HashSet<>();

    ReferenceScope(PatternProblems problems, List<InputSpec> inputs) {
        this.problems = problems;
        this.inputs = inputs;
    }

    /** What stands behind the name of a step. */
    sealed interface Made {
        /** One step's result. */
        record Result(int step, Shape shape, boolean conditional) implements Made {}

        /** The outputs of a pattern that was inlined. */
        record Outputs(Map<String, Made> outputs, boolean conditional) implements Made {}

        /** A step that could not be compiled: references to it are let pass, since their fault is named already. */
        record Unknown() implements Made {}
    }

    void add(String step, Made made) {
        steps.putIfAbsent(step, made);
    }

    Optional<Made> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    Set<String> stepNames() {
        return steps.keySet();
    }

    Set<String> usedInputs() {
        return usedInputs;
    }

    Set<String> usedSteps() {
        return usedSteps;
    }

    /** Notes that a step is used other than by a reference. */
    void use(String step) {
        usedSteps.add(step);
    }

    /** The texts that an input allows, if a path is just that input. */
    Optional<List<String>> allowed(Expression.Path path) {
        if (!(path.root() instanceof Expression.Input input)
                || !path.accessors().isEmpty()) {
            return Optional.empty();
        }
        return inputs.stream()
                .filter(spec -> spec.name().equals(input.name()) && spec.type() instanceof ScalarInput)
                .map(spec -> ((ScalarInput) spec.type()).allowed())
                .filter(texts -> !texts.isEmpty())
                .findFirst();
    }

    /** Resolves a path such as {@code found.rows.length}; empty, with a problem noted or known, if there is no such value. */
    Optional<Typed> resolve(Located place, Optional<String> step, String path) {
        List<String> parts = List.of(path.split("\\.", -1));
        String root = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        if (root.equals("ctx")) {
            return rest.isEmpty()
                    ? incomplete(place, step, path, root, ContextField.names())
                    : context(place, step, rest.get(0))
                            .flatMap(found -> walk(place, step, path, found, rest.subList(1, rest.size())));
        }
        if (root.equals("inputs")) {
            List<String> names = inputs.stream().map(InputSpec::name).toList();
            return rest.isEmpty()
                    ? incomplete(place, step, path, root, names)
                    : input(place, step, rest.get(0), names)
                            .flatMap(found -> walk(place, step, path, found, rest.subList(1, rest.size())));
        }
        Made made = steps.get(root);
        if (made == null) {
            List<String> known = new ArrayList<>(List.of("inputs", "ctx"));
            known.addAll(steps.keySet());
            problems.unknown("unknown_step", place, step, "no earlier step is called \"" + root + "\"", root, known);
            return Optional.empty();
        }
        usedSteps.add(root);
        return made(place, step, path, root, made, rest, false);
    }

    private Optional<Typed> made(
            Located place,
            Optional<String> step,
            String path,
            String name,
            Made made,
            List<String> rest,
            boolean conditional) {
        if (made instanceof Made.Result result) {
            Optional<String> skippable =
                    conditional || result.conditional() ? Optional.of(root(path)) : Optional.empty();
            return walk(
                    place,
                    step,
                    path,
                    new Typed(new Expression.StepResult(result.step()), result.shape(), skippable),
                    rest);
        }
        if (made instanceof Made.Outputs group) {
            if (rest.isEmpty()) {
                return incomplete(place, step, path, name, group.outputs().keySet());
            }
            Made output = group.outputs().get(rest.get(0));
            if (output == null) {
                return unknownField(
                        place, step, name, rest.get(0), group.outputs().keySet());
            }
            return made(
                    place,
                    step,
                    path,
                    name + "." + rest.get(0),
                    output,
                    rest.subList(1, rest.size()),
                    conditional || group.conditional());
        }
        return Optional.empty();
    }

    private Optional<Typed> incomplete(
            Located place, Optional<String> step, String path, String of, Collection<String> names) {
        problems.error(
                "bad_template",
                place,
                step,
                "\"" + path + "\" is not a value: name one of " + of + ": " + String.join(", ", names));
        return Optional.empty();
    }

    private Optional<Typed> unknownField(
            Located place, Optional<String> step, String of, String field, Collection<String> names) {
        problems.unknown(
                "unknown_field", place, step, "the result \"" + of + "\" has no field \"" + field + "\"", field, names);
        return Optional.empty();
    }

    private Optional<Typed> context(Located place, Optional<String> step, String name) {
        Optional<ContextField> field = ContextField.named(name);
        if (field.isEmpty()) {
            problems.unknown(
                    "unknown_context_field",
                    place,
                    step,
                    "the context has no field \"" + name + "\"",
                    name,
                    ContextField.names());
        }
        return field.map(found -> new Typed(new Expression.Context(found), found.shape(), Optional.empty()));
    }

    private Optional<Typed> input(Located place, Optional<String> step, String name, List<String> names) {
        Optional<InputSpec> input =
                inputs.stream().filter(spec -> spec.name().equals(name)).findFirst();
        if (input.isEmpty()) {
            problems.unknown("unknown_input", place, step, "the pattern has no input \"" + name + "\"", name, names);
        }
        usedInputs.add(name);
        return input.map(spec -> new Typed(new Expression.Input(name), spec.shape(), Optional.empty()));
    }

    private Optional<Typed> walk(Located place, Optional<String> step, String path, Typed root, List<String> names) {
        Shape shape = root.shape();
        boolean maybe = shape instanceof Shape.Maybe;
        List<Accessor> accessors = new ArrayList<>();
        for (String name : names) {
            Shape of = shape.present();
            Optional<Component> component =
                    of instanceof Shape.RecordOf record ? record.of().component(name) : Optional.empty();
            if (component.isPresent()) {
                accessors.add(new Accessor.Field(component.get()));
                shape = component.get().shape();
            } else if (of instanceof Shape.Structure structure
                    && structure.fields().get(name) != null) {
                accessors.add(new Accessor.Key(name));
                shape = java.util.Objects.requireNonNull(structure.fields().get(name));
            } else if (name.equals(LENGTH) && hasLength(of)) {
                accessors.add(new Accessor.Length());
                shape = Shape.Scalar.INTEGER;
            } else if (of instanceof Shape.MapOf map) {
                accessors.add(new Accessor.Key(name));
                shape = new Shape.Maybe(map.of(), false);
            } else if (of instanceof Shape.RecordOf record) {
                return unknownField(
                        place,
                        step,
                        root(path),
                        name,
                        record.of().components().stream().map(Component::name).toList());
            } else if (of instanceof Shape.Structure structure) {
                return unknownField(
                        place, step, root(path), name, structure.fields().keySet());
            } else {
                problems.error(
                        "unknown_field",
                        place,
                        step,
                        "\"" + name + "\" is asked of " + of.label() + ", which has no fields");
                return Optional.empty();
            }
            maybe |= shape instanceof Shape.Maybe;
        }
        Shape found = maybe ? new Shape.Maybe(shape.present(), false) : shape;
        return Optional.of(new Typed(
                new Expression.Path(root.expression(), path, List.copyOf(accessors)), found, root.conditional()));
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static boolean hasLength(Shape shape) {
        return shape instanceof Shape.ListOf || shape instanceof Shape.MapOf || shape == Shape.Scalar.STRING;
    }
}
