package io.dawsos.application.shape;

import java.util.Locale;
import java.util.Map;

/** The structural type of a value that a capability takes or gives. */
public sealed interface Shape {

    /** A type without parts. */
    enum Scalar implements Shape {
        STRING,
        BOOLEAN,
        INTEGER,
        LONG,
        DOUBLE,
        DECIMAL,
        DATE,
        UUID;

        @Override
        public String label() {
            return this == LONG ? INTEGER.label() : name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is a number. */
        public boolean number() {
            return this == INTEGER || this == LONG || this == DOUBLE || this == DECIMAL;
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

    /** An object of named fields that no record stands for, such as an input of a pattern; its value is a map. */
    record Structure(Map<String, Shape> fields) implements Shape {
        @Override
        public String label() {
            return "object";
        }
    }

    /** The name of the shape in messages. */
    String label();

    /** This shape without the chance of absence. */
    default Shape present() {
        return this instanceof Maybe maybe ? maybe.of() : this;
    }
}
