package io.dawsos.application.shape;

import java.util.Locale;

/** The structural type of a value that a capability takes or gives. */
public sealed interface Shape {

    /** A type without parts. */
    enum Scalar implements Shape {
        STRING,
        BOOLEAN,
        INTEGER,
        DOUBLE,
        DECIMAL,
        DATE,
        UUID;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of an enum's constants, in lower case. */
    record OneOf(Class<? extends Enum<?>> type) implements Shape {
        @Override
        public String label() {
            return "enum";
        }
    }

    /** A value that may be absent: an {@code Optional}, or a {@code Figure}, whose absence has a reason. */
    record Maybe(Shape of, boolean figure) implements Shape {
        @Override
        public String label() {
            return "optional " + of.label();
        }
    }

    /** Values of one shape in order. */
    record ListOf(Shape of) implements Shape {
        @Override
        public String label() {
            return "list of " + of.label();
        }
    }

    /** Values of one shape by text. */
    record MapOf(Shape of) implements Shape {
        @Override
        public String label() {
            return "map of " + of.label();
        }
    }

    /** A record. */
    record RecordOf(RecordShape of) implements Shape {
        @Override
        public String label() {
            return "record " + of.type().getSimpleName();
        }
    }

    /** The name of the shape in messages. */
    String label();

    /** This shape without the chance of absence. */
    default Shape present() {
        return this instanceof Maybe maybe ? maybe.of() : this;
    }

    /** Whether a present value of this shape can stand where another is expected. */
    default boolean fits(Shape expected) {
        Shape from = present();
        Shape to = expected.present();
        if (from instanceof ListOf one && to instanceof ListOf other) {
            return one.of().fits(other.of());
        }
        if (from instanceof MapOf one && to instanceof MapOf other) {
            return one.of().fits(other.of());
        }
        return from.equals(to);
    }
}
