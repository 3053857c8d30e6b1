package io.dawsos.application.pattern;

import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record made of expressions, such as the arguments of a step.
 *
 * @param components one expression for each component of the shape, in its order
 */
record RecordExpression(RecordShape shape, List<Expression> components) implements Expression {

    RecordExpression {
        components = List.copyOf(components);
    }

    @Override
    public Value evaluate(RunValues run) {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = shape.components().get(i);
            Value value = components.get(i).evaluate(run);
            if (component.shape() instanceof Shape.Maybe maybe) {
                values[i] = maybe(maybe, value);
            } else if (value instanceof Value.Present present) {
                values[i] = present.value();
            } else {
                return value;
            }
        }
        return new Value.Present(shape.make(values));
    }

    /** A figure keeps its reason; an optional is just empty. */
    private static Object maybe(Shape.Maybe maybe, Value value) {
        if (value instanceof Value.Present present) {
            return maybe.figure() ? Figure.known(present.value()) : Optional.of(present.value());
        }
        if (!maybe.figure()) {
            return Optional.empty();
        }
        return Figure.missing(value instanceof Value.Missing missing ? missing.reason() : absent((Value.Absent) value));
    }

    /** Why a value that is needed is not there. */
    static Unavailable absent(Value.Absent value) {
        return new Unavailable(
                value.skipped() ? "step_skipped" : "value_absent",
                "needs " + value.what()
                        + (value.skipped() ? ", which was skipped" : ", which has no value in this run"),
                "give the run what it is read from");
    }

    @Override
    public Expression moved(Relocation relocation) {
        return movedRecord(relocation);
    }

    RecordExpression movedRecord(Relocation relocation) {
        return new RecordExpression(
                shape,
                components.stream()
                        .map(component -> component.moved(relocation))
                        .toList());
    }

    @Override
    public void collectSteps(Set<Integer> steps) {
        components.forEach(component -> component.collectSteps(steps));
    }
}
