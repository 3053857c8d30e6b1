package io.dawsos.application.pattern;

import io.dawsos.application.shape.Conversion;
import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the values that a step gives: literals, whole references, texts with references in them, lists and objects of these. */
final class ValueCompiler {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.]+)\\s*}}");

    private final PatternProblems problems;
    private final ReferenceScope scope;
    private final String step;
    private final Set<String> guarded;

    /** @param guarded the steps that the step's own condition looks at */
    ValueCompiler(PatternProblems problems, ReferenceScope scope, String step, Set<String> guarded) {
        this.problems = problems;
        this.scope = scope;
        this.step = step;
        this.guarded = guarded;
    }

    /** Compiles the members of an object into a record. */
    RecordExpression record(Located place, Map<String, Located> given, RecordShape shape, String owner) {
        List<String> names = shape.components().stream().map(Component::name).toList();
        given.forEach((name, value) -> {
            if (!names.contains(name)) {
                problems.unknown(
                        "unknown_argument",
                        value,
                        Optional.of(step),
                        owner + " has no argument \"" + name + "\"",
                        name,
                        names);
            }
        });
        List<Expression> components = new ArrayList<>();
        for (Component component : shape.components()) {
            Located value = given.get(component.name());
            if (value != null && value.value() != null) {
                components.add(value(value, component.shape(), component.name()));
                continue;
            }
            if (!(component.shape() instanceof Shape.Maybe)) {
                problems.error(
                        "missing_argument",
                        place,
                        Optional.of(step),
                        owner + " needs the argument \"" + component.name() + "\" ("
                                + component.shape().label() + ")");
            }
            components.add(new Expression.Nothing(component.name()));
        }
        return new RecordExpression(shape, components);
    }

    /** Compiles a value that must be of a shape. */
    Expression value(Located place, Shape expected, String name) {
        Optional<String> text = place.asText();
        if (text.isPresent() && text.get().contains("{{")) {
            Matcher whole = REFERENCE.matcher(text.get());
            return whole.matches()
                    ? reference(place, whole.group(1), expected, name)
                    : template(place, text.get(), expected, name);
        }
        Shape shape = expected.present();
        if (shape instanceof Shape.ListOf list && place.asArray().isPresent()) {
            return items(place.asArray().get(), list, name);
        }
        if (shape instanceof Shape.MapOf map && place.asObject().isPresent()) {
            Map<String, Expression> entries = new LinkedHashMap<>();
            place.asObject().get().forEach((key, value) -> entries.put(key, value(value, map.of(), name + "." + key)));
            return folded(new Expression.Entries(entries), entries.values());
        }
        if (shape instanceof Shape.RecordOf record && place.asObject().isPresent()) {
            RecordExpression made = record(place, place.asObject().get(), record.of(), "\"" + name + "\"");
            return folded(made, made.components());
        }
        return literal(place, shape, name);
    }

    private Expression items(List<Located> places, Shape.ListOf list, String name) {
        List<Expression> items = new ArrayList<>();
        for (Located item : places) {
            items.add(value(item, list.of(), name + "[" + items.size() + "]"));
        }
        return folded(new Expression.Items(items), items);
    }

    /** What is made of constants alone is made once, at load. */
    private static Expression folded(Expression made, java.util.Collection<Expression> parts) {
        boolean constant = parts.stream()
                .allMatch(part -> part instanceof Expression.Constant || part instanceof Expression.Nothing);
        return constant && made.evaluate(NoValues.INSTANCE) instanceof Value.Present present
                ? new Expression.Constant(present.value())
                : made;
    }

    private Expression literal(Located place, Shape expected, String name) {
        try {
            Object value = place.value();
            if (value != null && expected instanceof Shape.Scalar scalar) {
                return new Expression.Constant(scalar(scalar, value));
            }
            if (value != null && expected instanceof Shape.OneOf one) {
                return new Expression.Constant(
                        constant(one, String.valueOf(value)).orElseThrow());
            }
        } catch (ClassCastException
                | ArithmeticException
                | DateTimeException
                | IllegalArgumentException
                | NoSuchElementException e) {
            // The same message tells what was expected, whatever failed.
        }
        problems.error(
                "mistyped_argument",
                place,
                Optional.of(step),
                "expected " + expected.label() + " for \"" + name + "\", found " + place.kind());
        return new Expression.Nothing(name);
    }

    static Optional<Enum<?>> constant(Shape.OneOf one, String written) {
        return Arrays.<Enum<?>>stream(one.type().getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(written))
                .findFirst();
    }

    static Object scalar(Shape.Scalar scalar, Object value) {
        return switch (scalar) {
            case STRING -> (String) value;
            case BOOLEAN -> (Boolean) value;
            case INTEGER -> ((BigDecimal) value).intValueExact();
            case LONG -> ((BigDecimal) value).longValueExact();
            case DOUBLE -> finite(((BigDecimal) value).doubleValue());
            case DECIMAL -> (BigDecimal) value;
            case DATE -> LocalDate.parse((String) value);
            case UUID -> UUID.fromString((String) value);
        };
    }

    private static Object finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("too large");
        }
        return value;
    }

    private Expression reference(Located place, String path, Shape expected, String name) {
        Optional<Typed> typed = scope.resolve(place, Optional.of(step), path);
        if (typed.isEmpty()) {
            return new Expression.Nothing(path);
        }
        warnUnguarded(place, typed.get(), expected);
        Optional<UnaryOperator<Object>> conversion = conversion(typed.get(), expected);
        if (conversion.isEmpty()) {
            problems.error(
                    "mistyped_argument",
                    place,
                    Optional.of(step),
                    "expected " + expected.present().label() + " for \"" + name + "\", found "
                            + typed.get().shape().label() + " in {{" + path + "}}");
            return new Expression.Nothing(path);
        }
        return typed.get().shape().present().equals(expected.present())
                ? typed.get().expression()
                : new Expression.Converted(typed.get().expression(), path, conversion.get());
    }

    private Optional<UnaryOperator<Object>> conversion(Typed typed, Shape expected) {
        Shape wanted = expected.present();
        if (wanted instanceof Shape.OneOf one && typed.expression() instanceof Expression.Path path) {
            if (scope.allowed(path)
                    .filter(texts ->
                            texts.stream().allMatch(text -> constant(one, text).isPresent()))
                    .isPresent()) {
                return Optional.of(text -> constant(one, (String) text).orElseThrow());
            }
        }
        return Conversion.between(typed.shape(), wanted);
    }

    private void warnUnguarded(Located place, Typed typed, Shape expected) {
        typed.conditional()
                .filter(read -> !guarded.contains(read) && !(expected instanceof Shape.Maybe))
                .ifPresent(read -> problems.warning(
                        "unguarded_reference",
                        place,
                        Optional.of(step),
                        "\"" + read + "\" may be skipped, and then \"" + step
                                + "\" is too: say so in its condition, such as exists(" + read + ")"));
    }

    private Expression template(Located place, String text, Shape expected, String name) {
        if (expected.present() != Shape.Scalar.STRING) {
            problems.error(
                    "bad_template",
                    place,
                    Optional.of(step),
                    "expected " + expected.present().label() + " for \"" + name
                            + "\", and a text with references in it is a string");
            return new Expression.Nothing(name);
        }
        return text(place, text, expected);
    }

    private Expression text(Located place, String text, Shape expected) {
        List<Expression> parts = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addText(place, parts, text.substring(end, matcher.start()));
            end = matcher.end();
            String path = matcher.group(1);
            scope.resolve(place, Optional.of(step), path).ifPresent(typed -> {
                warnUnguarded(place, typed, expected);
                if (!(typed.shape().present() instanceof Shape.Scalar)
                        && !(typed.shape().present() instanceof Shape.OneOf)) {
                    problems.error(
                            "mistyped_argument",
                            place,
                            Optional.of(step),
                            "a " + typed.shape().label() + " can't stand in a text: {{" + path + "}}");
                }
                parts.add(typed.expression());
            });
        }
        addText(place, parts, text.substring(end));
        return new Expression.Text(List.copyOf(parts));
    }

    private void addText(Located place, List<Expression> parts, String text) {
        if (text.contains("{{")) {
            problems.error(
                    "bad_template",
                    place,
                    Optional.of(step),
                    "expected a reference of the form {{name.field}}, found \"" + text.substring(text.indexOf("{{"))
                            + "\"");
        }
        if (!text.isEmpty()) {
            parts.add(new Expression.Constant(text));
        }
    }
}
