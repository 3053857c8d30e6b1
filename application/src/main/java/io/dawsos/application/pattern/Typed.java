package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import java.util.Optional;

/**
 * An expression with the shape of what it gives.
 *
 * @param conditional the step that is read, if it may be skipped
 */
record Typed(Expression expression, Shape shape, Optional<String> conditional) {

    boolean mayBeAbsent() {
        return shape instanceof Shape.Maybe || conditional.isPresent();
    }
}
