package io.dawsos.application.pattern;

import io.dawsos.application.pattern.CompiledPattern.Step;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the arguments of steps, in the order of the document, so that a step sees only earlier ones. */
final class ArgumentCompiler {

    private static final Pattern WHOLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.]+)\\s*}}");

    private final PatternProblems problems;
    private final List<InputSpec> inputs;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> unknownSteps = new HashSet<>();
    private final Set<String> usedInputs = new HashSet<>();

    ArgumentCompiler(PatternProblems problems, List<InputSpec> inputs) {
        this.problems = problems;
        this.inputs = inputs;
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Notes a step that can't be compiled, so that references to it are not called unknown too. */
    void addUnknown(String step) {
        unknownSteps.add(step);
    }

    Set<String> usedInputs() {
        return usedInputs;
    }

    Step step(
            String name, RegisteredCapability capability, Located place, Map<String, Located> given, boolean optional) {
        RecordShape shape = capability.argumentShape();
        List<String> names = shape.components().stream().map(Component::name).toList();
        given.forEach((argument, value) -> {
            if (!names.contains(argument)) {
                problems.unknown(
                        "unknown_argument",
                        value,
                        Optional.of(name),
                        capability.name() + " has no argument \"" + argument + "\"",
                        argument,
                        names);
            }
        });
        Set<Integer> waitsFor = new HashSet<>();
        List<Expression> arguments = new ArrayList<>();
        for (Component component : shape.components()) {
            Located value = given.get(component.name());
            if (value != null && value.value() != null) {
                arguments.add(argument(name, component, value, waitsFor));
            } else {
                if (!(component.shape() instanceof Shape.Maybe)) {
                    problems.error(
                            "missing_argument",
                            place,
                            Optional.of(name),
                            capability.name() + " needs the argument \"" + component.name() + "\" ("
                                    + component.shape().label() + ")");
                }
                arguments.add(new Expression.Absent());
            }
        }
        return new Step(name, capability, shape, arguments, waitsFor, optional);
    }

    private Expression argument(String step, Component component, Located value, Set<Integer> waitsFor) {
        Optional<String> text = value.asText();
        if (text.isPresent() && text.get().contains("{{")) {
            Matcher matcher = WHOLE.matcher(text.get());
            if (!matcher.matches()) {
                problems.error(
                        "bad_template",
                        value,
                        Optional.of(step),
                        "expected one reference of the form {{name.field}}, found \"" + text.get() + "\"");
                return new Expression.Absent();
            }
            return reference(step, component, value, matcher.group(1), waitsFor);
        }
        return literal(step, component, value);
    }

    private Expression literal(String step, Component component, Located place) {
        Object value = java.util.Objects.requireNonNull(place.value());
        Shape expected = component.shape().present();
        try {
            if (expected instanceof Shape.Scalar scalar) {
                return new Expression.Constant(scalar(scalar, component.wide(), value));
            }
            if (expected instanceof Shape.OneOf one) {
                return new Expression.Constant(Arrays.stream(one.type().getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(String.valueOf(value)))
                        .findFirst()
                        .orElseThrow());
            }
        } catch (ClassCastException
                | ArithmeticException
                | DateTimeParseException
                | IllegalArgumentException
                | java.util.NoSuchElementException e) {
            // The same message tells what was expected, whatever failed.
        }
        problems.error(
                "mistyped_argument",
                place,
                Optional.of(step),
                "expected " + expected.label() + " for \"" + component.name() + "\", found " + place.kind());
        return new Expression.Absent();
    }

    private static Object scalar(Shape.Scalar scalar, boolean wide, Object value) {
        return switch (scalar) {
            case STRING -> (String) value;
            case BOOLEAN -> (Boolean) value;
            case INTEGER ->
                wide ? (Object) ((BigDecimal) value).longValueExact() : (Object) ((BigDecimal) value).intValueExact();
            case DOUBLE -> ((BigDecimal) value).doubleValue();
            case DECIMAL -> (BigDecimal) value;
            case DATE -> LocalDate.parse((String) value);
            case UUID -> UUID.fromString((String) value);
        };
    }

    private Expression reference(String step, Component component, Located place, String path, Set<Integer> waitsFor) {
        List<String> parts = List.of(path.split("\\.", -1));
        String root = parts.get(0);
        if (root.equals("inputs") || root.equals("ctx")) {
            return parts.size() == 2
                    ? named(step, component, place, root, parts.get(1))
                    : unreadable(step, place, path, "expected " + root + " and one name");
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(root)) {
                waitsFor.add(i);
                return stepResult(step, component, place, path, parts, i);
            }
        }
        if (!unknownSteps.contains(root)) {
            List<String> known = new ArrayList<>(List.of("inputs", "ctx"));
            steps.forEach(earlier -> known.add(earlier.name()));
            problems.unknown(
                    "unknown_step",
                    place,
                    Optional.of(step),
                    "no earlier step is called \"" + root + "\"",
                    root,
                    known);
        }
        return new Expression.Absent();
    }

    private Expression unreadable(String step, Located place, String path, String message) {
        problems.error("bad_template", place, Optional.of(step), message + ", found \"" + path + "\"");
        return new Expression.Absent();
    }

    private Expression named(String step, Component component, Located place, String root, String name) {
        if (root.equals("ctx")) {
            Optional<ContextField> field = ContextField.named(name);
            if (field.isEmpty()) {
                problems.unknown(
                        "unknown_context_field",
                        place,
                        Optional.of(step),
                        "the context has no field \"" + name + "\"",
                        name,
                        ContextField.names());
                return new Expression.Absent();
            }
            checkFit(step, component, place, field.get().shape(), "ctx." + name);
            return new Expression.Context(field.get());
        }
        Optional<InputSpec> input =
                inputs.stream().filter(spec -> spec.name().equals(name)).findFirst();
        if (input.isEmpty()) {
            problems.unknown(
                    "unknown_input",
                    place,
                    Optional.of(step),
                    "the pattern has no input \"" + name + "\"",
                    name,
                    inputs.stream().map(InputSpec::name).toList());
            return new Expression.Absent();
        }
        usedInputs.add(name);
        checkFit(step, component, place, input.get().shape(), "inputs." + name);
        return new Expression.Input(name);
    }

    private Expression stepResult(
            String step, Component component, Located place, String path, List<String> parts, int index) {
        Shape shape = new Shape.RecordOf(steps.get(index).capability().resultShape());
        List<Component> accessors = new ArrayList<>();
        boolean maybe = false;
        for (String part : parts.subList(1, parts.size())) {
            if (!(shape.present() instanceof Shape.RecordOf record)) {
                problems.error(
                        "unknown_field",
                        place,
                        Optional.of(step),
                        "\"" + part + "\" is asked of " + shape.label() + ", which has no fields");
                return new Expression.Absent();
            }
            Optional<Component> field = record.of().component(part);
            if (field.isEmpty()) {
                problems.unknown(
                        "unknown_field",
                        place,
                        Optional.of(step),
                        "the result \"" + parts.get(0) + "\" has no field \"" + part + "\"",
                        part,
                        record.of().components().stream().map(Component::name).toList());
                return new Expression.Absent();
            }
            accessors.add(field.get());
            shape = field.get().shape();
            maybe |= shape instanceof Shape.Maybe optional && !optional.figure();
        }
        checkFit(step, component, place, maybe ? new Shape.Maybe(shape.present(), false) : shape.present(), path);
        return new Expression.StepResult(index, path, List.copyOf(accessors));
    }

    private void checkFit(String step, Component component, Located place, Shape found, String path) {
        if (!found.fits(component.shape())) {
            problems.error(
                    "mistyped_argument",
                    place,
                    Optional.of(step),
                    "expected " + component.shape().present().label() + " for \"" + component.name() + "\", found "
                            + found.label() + " in {{" + path + "}}");
        }
    }
}
