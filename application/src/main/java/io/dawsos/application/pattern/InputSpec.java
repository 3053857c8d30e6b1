package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An input that a pattern declares.
 *
 * @param minimum the least number allowed; for numbers only
 * @param maximum the greatest number allowed; for numbers only
 * @param allowed the texts that are allowed; all if empty
 * @param standard the value that is taken if none is given, in the JSON form of a given one
 */
public record InputSpec(
        String name,
        Type type,
        boolean required,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        List<String> allowed,
        Optional<Object> standard,
        String description) {

    /** The types of inputs, by their names in documents. */
    public enum Type {
        UUID(Shape.Scalar.UUID),
        DATE(Shape.Scalar.DATE),
        INTEGER(Shape.Scalar.INTEGER),
        NUMBER(Shape.Scalar.DECIMAL),
        BOOLEAN(Shape.Scalar.BOOLEAN),
        STRING(Shape.Scalar.STRING);

        private final Shape shape;

        Type(Shape shape) {
            this.shape = shape;
        }
    }

    /** The shape of the value that steps see: absent if the input is neither required nor has a default. */
    public Shape shape() {
        return required || standard.isPresent() ? type.shape : new Shape.Maybe(type.shape, false);
    }

    /**
     * Reads a given value, once.
     *
     * @param given a text, decimal or truth value
     * @throws IllegalArgumentException that says what is expected
     */
    Object read(Object given) {
        return switch (type) {
            case UUID -> uuid(given);
            case DATE -> date(given);
            case INTEGER -> integer(given);
            case NUMBER -> bounded(number(given));
            case BOOLEAN -> {
                if (given instanceof Boolean) {
                    yield given;
                }
                throw new IllegalArgumentException("expected true or false");
            }
            case STRING -> text(given);
        };
    }

    private static Object uuid(Object given) {
        if (given instanceof UUID) {
            return given;
        }
        try {
            String text = (String) given;
            UUID uuid = java.util.UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("expected a UUID such as 3f2b8c1e-5d6a-4f7b-9c0d-1e2f3a4b5c6d", e);
        }
        throw new IllegalArgumentException("expected a UUID such as 3f2b8c1e-5d6a-4f7b-9c0d-1e2f3a4b5c6d");
    }

    private static Object date(Object given) {
        if (given instanceof LocalDate) {
            return given;
        }
        try {
            return LocalDate.parse((String) given);
        } catch (DateTimeParseException | ClassCastException e) {
            throw new IllegalArgumentException("expected a date such as 2026-11-25", e);
        }
    }

    private Object integer(Object given) {
        try {
            return Math.toIntExact(bounded(number(given)).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("expected a whole number", e);
        }
    }

    private static BigDecimal number(Object given) {
        if (given instanceof BigDecimal number) {
            return number;
        }
        if (given instanceof Integer || given instanceof Long) {
            return BigDecimal.valueOf(((Number) given).longValue());
        }
        throw new IllegalArgumentException("expected a number");
    }

    private BigDecimal bounded(BigDecimal number) {
        if (minimum.filter(least -> number.compareTo(least) < 0).isPresent()) {
            throw new IllegalArgumentException("expected " + minimum.get() + " or more");
        }
        if (maximum.filter(greatest -> number.compareTo(greatest) > 0).isPresent()) {
            throw new IllegalArgumentException("expected " + maximum.get() + " or less");
        }
        return number;
    }

    private Object text(Object given) {
        if (!(given instanceof String text)) {
            throw new IllegalArgumentException("expected a text");
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            throw new IllegalArgumentException("expected one of " + String.join(", ", allowed));
        }
        return text;
    }
}
