package io.dawsos.application.shape;

import io.dawsos.application.shape.RecordShape.Component;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The lawful ways to let a present value of one shape stand where another is expected. Numbers only widen: a whole number may
 * stand for a decimal or a double, a decimal never silently becomes a double.
 */
public final class Conversion {

    private Conversion() {}

    /**
     * Finds the way from one shape to another, both without the chance of absence.
     *
     * @return a function that may throw ArithmeticException for a whole number that is too large; empty if there is no way
     */
    public static Optional<UnaryOperator<Object>> between(Shape found, Shape expected) {
        Shape from = found.present();
        Shape to = expected.present();
        if (from.equals(to)) {
            return Optional.of(UnaryOperator.identity());
        }
        if (from instanceof Shape.ListOf one && to instanceof Shape.ListOf other) {
            return between(one.of(), other.of()).map(Conversion::eachOf);
        }
        if (from instanceof Shape.Structure structure && to instanceof Shape.RecordOf record) {
            return structure(structure, record.of());
        }
        if (from == Shape.Scalar.INTEGER || from == Shape.Scalar.LONG) {
            return whole(to);
        }
        return Optional.empty();
    }

    private static UnaryOperator<Object> eachOf(UnaryOperator<Object> item) {
        return list -> ((List<?>) list).stream().map(item).toList();
    }

    /** An object may stand for a record if it has no other fields, and has a fitting one for each component that must be there. */
    private static Optional<UnaryOperator<Object>> structure(Shape.Structure structure, RecordShape record) {
        Map<String, UnaryOperator<Object>> conversions = new HashMap<>();
        for (Component component : record.components()) {
            Shape field = structure.fields().get(component.name());
            boolean mustBeThere = !(component.shape() instanceof Shape.Maybe);
            if (component.shape() instanceof Shape.Maybe maybe && maybe.figure()) {
                return Optional.empty();
            }
            if (field == null ? mustBeThere : mustBeThere && field instanceof Shape.Maybe) {
                return Optional.empty();
            }
            if (field != null) {
                Optional<UnaryOperator<Object>> conversion = between(field, component.shape());
                if (conversion.isEmpty()) {
                    return Optional.empty();
                }
                conversions.put(component.name(), conversion.get());
            }
        }
        boolean others = structure.fields().keySet().stream()
                .anyMatch(name -> record.component(name).isEmpty());
        return others ? Optional.empty() : Optional.of(given -> make(record, conversions, (Map<?, ?>) given));
    }

    private static Object make(RecordShape record, Map<String, UnaryOperator<Object>> conversions, Map<?, ?> given) {
        Object[] values = new Object[record.components().size()];
        for (int i = 0; i < values.length; i++) {
            Component component = record.components().get(i);
            Object value = given.get(component.name());
            Optional<Object> present = Optional.ofNullable(value)
                    .map(field -> Objects.requireNonNull(conversions.get(component.name()))
                            .apply(field));
            values[i] = component.shape() instanceof Shape.Maybe ? present : present.orElseThrow();
        }
        return record.make(values);
    }

    private static Optional<UnaryOperator<Object>> whole(Shape to) {
        if (!(to instanceof Shape.Scalar scalar)) {
            return Optional.empty();
        }
        return switch (scalar) {
            case INTEGER -> Optional.of(value -> Math.toIntExact(((Number) value).longValue()));
            case LONG -> Optional.of(value -> ((Number) value).longValue());
            case DOUBLE -> Optional.of(value -> ((Number) value).doubleValue());
            case DECIMAL -> Optional.of(value -> BigDecimal.valueOf(((Number) value).longValue()));
            default -> Optional.empty();
        };
    }
}
