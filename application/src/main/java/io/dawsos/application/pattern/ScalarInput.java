package io.dawsos.application.pattern;

import com.google.re2j.Pattern;
import io.dawsos.application.shape.JsonSchemas;
import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A single value.
 *
 * @param form a regular expression that the whole text must match; of RE2, so that none takes more than linear time
 * @param allowed the texts that are allowed; all if empty
 */
record ScalarInput(Kind kind, InputBounds bounds, Optional<Pattern> form, List<String> allowed) implements InputType {
    @Override
    public String label() {
        return kind.label();
    }

    @Override
    public Shape shape() {
        return kind.shape;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(JsonSchemas.of(kind.shape));
        if (!allowed.isEmpty()) {
            schema.put("enum", allowed);
        }
        form.ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern.pattern() + ")$"));
        return bounds.into(schema, kind == Kind.STRING || kind == Kind.ENUM ? "Length" : "");
    }

    @Override
    public Object read(Object given) {
        return switch (kind) {
            case UUID -> uuid(given);
            case DATE -> date(given);
            case INTEGER -> integer(bounds.check(number(given), ""));
            case NUMBER -> finite(bounds.check(number(given), ""));
            case DECIMAL -> bounds.check(number(given), "");
            case BOOLEAN -> {
                if (given instanceof Boolean) {
                    yield given;
                }
                throw new IllegalArgumentException("expected true or false");
            }
            case STRING, ENUM -> text(given);
        };
    }

    private static Object uuid(Object given) {
        if (given instanceof UUID) {
            return given;
        }
        if (given instanceof String text && text.length() == 36) {
            try {
                return java.util.UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(EXPECTED_UUID, e);
            }
        }
        throw new IllegalArgumentException(EXPECTED_UUID);
    }

    private static final String EXPECTED_UUID = "expected a UUID such as 3f2b8c1e-5d6a-4f7b-9c0d-1e2f3a4b5c6d";

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

    private static Object integer(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("expected a whole number of at most 10 digits", e);
        }
    }

    private static Object finite(BigDecimal number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a number below 1.8e308");
        }
        return value == 0 ? (Object) 0.0 : (Object) value;
    }

    private static BigDecimal number(Object given) {
        if (given instanceof BigDecimal number && Math.abs((long) number.scale()) <= 400) {
            return number;
        }
        if (given instanceof Integer || given instanceof Long) {
            return BigDecimal.valueOf(((Number) given).longValue());
        }
        if (given instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number);
        }
        throw new IllegalArgumentException("expected a number");
    }

    private Object text(Object given) {
        if (!(given instanceof String text)) {
            throw new IllegalArgumentException("expected a text");
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            throw new IllegalArgumentException("expected one of " + String.join(", ", allowed));
        }
        bounds.check(BigDecimal.valueOf(text.codePointCount(0, text.length())), " characters");
        if (form.filter(pattern -> !pattern.matches(text)).isPresent()) {
            throw new IllegalArgumentException(
                    "expected a text of the form " + form.get().pattern());
        }
        return text;
    }

    /** The kinds of single values, by their names in documents. */
    enum Kind {
        UUID(Shape.Scalar.UUID),
        DATE(Shape.Scalar.DATE),
        INTEGER(Shape.Scalar.INTEGER),
        NUMBER(Shape.Scalar.DOUBLE),
        DECIMAL(Shape.Scalar.DECIMAL),
        BOOLEAN(Shape.Scalar.BOOLEAN),
        STRING(Shape.Scalar.STRING),
        ENUM(Shape.Scalar.STRING);

        private final Shape shape;

        Kind(Shape shape) {
            this.shape = shape;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
