package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One side of a comparison in a condition, before its type is settled. */
sealed interface Operand {

    /** The types that conditions tell apart; all numbers are one. */
    enum Type {
        NUMBER,
        STRING,
        BOOLEAN,
        DATE,
        UUID,
        ENUM,
        OTHER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ordered() {
            return this == NUMBER || this == DATE;
        }

        static Type of(Shape shape) {
            if (shape.present() instanceof Shape.OneOf) {
                return ENUM;
            }
            if (!(shape.present() instanceof Shape.Scalar scalar)) {
                return OTHER;
            }
            return switch (scalar) {
                case INTEGER, LONG, DOUBLE, DECIMAL -> NUMBER;
                case STRING -> STRING;
                case BOOLEAN -> BOOLEAN;
                case DATE -> DATE;
                case UUID -> UUID;
            };
        }
    }

    /** The expression of this side if it can be compared with the other one. */
    Optional<Expression> comparedWith(Operand other);

    /** A text, number or truth value; a text takes the type of what it is compared with. */
    record Literal(Object value) implements Operand {
        @Override
        public Optional<Expression> comparedWith(Operand other) {
            return other instanceof Reference reference
                    ? as(reference.typed().shape().present()).map(Expression.Constant::new)
                    : Optional.empty();
        }

        private Optional<Object> as(Shape shape) {
            try {
                return switch (Type.of(shape)) {
                    case NUMBER -> Optional.of((BigDecimal) value);
                    case STRING -> Optional.of((String) value);
                    case BOOLEAN -> Optional.of((Boolean) value);
                    case DATE -> Optional.of(LocalDate.parse((String) value));
                    case UUID -> Optional.of(UUID.fromString((String) value));
                    case ENUM ->
                        ValueCompiler.constant((Shape.OneOf) shape, (String) value)
                                .map(c -> (Object) c);
                    case OTHER -> Optional.empty();
                };
            } catch (ClassCastException | DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return value instanceof String text ? "'" + text + "'" : value.toString();
        }
    }

    /** The word null. */
    record Null() implements Operand {
        @Override
        public Optional<Expression> comparedWith(Operand other) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /** A resolved path. */
    record Reference(String path, Typed typed) implements Operand {
        Type type() {
            return Type.of(typed.shape());
        }

        boolean isListOf(Type type) {
            return typed.shape().present() instanceof Shape.ListOf list && Type.of(list.of()) == type;
        }

        /** Whether a run may be without it: only required inputs and constants are always there. */
        boolean mayBeMissing() {
            return typed.mayBeAbsent()
                    || !(typed.expression() instanceof Expression.Path read)
                    || !(read.root() instanceof Expression.Input);
        }

        @Override
        public Optional<Expression> comparedWith(Operand other) {
            if (type() == Type.OTHER) {
                return Optional.empty();
            }
            if (other instanceof Reference reference) {
                boolean same = type() == Type.ENUM
                        ? typed.shape()
                                .present()
                                .equals(reference.typed().shape().present())
                        : type() == reference.type();
                return same ? Optional.of(typed.expression()) : Optional.empty();
            }
            return Optional.of(typed.expression());
        }

        @Override
        public String toString() {
            return "{{" + path + "}} (" + typed.shape().label() + ")";
        }
    }
}
