package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import java.util.Optional;

/**
 * An input that a pattern declares.
 *
 * @param required whether it must be given; not together with a standard value
 * @param standard the value that is taken if none is given, in the JSON form of a given one
 */
public record InputSpec(String name, InputType type, boolean required, Optional<Object> standard, String description) {

    /** The shape of the value that steps see: absent if the input is neither required nor has a default. */
    public Shape shape() {
        return required || standard.isPresent() ? type.shape() : new Shape.Maybe(type.shape(), false);
    }

    /**
     * Reads a given value, once.
     *
     * @throws IllegalArgumentException that says what is expected
     */
    public Object read(Object given) {
        return type.read(given);
    }
}
