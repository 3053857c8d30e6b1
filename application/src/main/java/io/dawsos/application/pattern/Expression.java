package io.dawsos.application.pattern;

import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.List;
import java.util.Optional;

/** A compiled argument of a step: a constant, or a path from an input, the context or an earlier step to a value. */
sealed interface Expression {

    /** Always the same value. */
    record Constant(Object value) implements Expression {}

    /** An argument that is not given. */
    record Absent() implements Expression {}

    /** An input of the pattern. */
    record Input(String name) implements Expression {}

    /** A field of the context. */
    record Context(ContextField field) implements Expression {}

    /** A part of an earlier step's result. */
    record StepResult(int step, String path, List<Component> accessors) implements Expression {
        private Figure<Optional<Object>> read(RunState state) {
            Outcome<?> outcome = state.outcome(step);
            if (outcome instanceof Outcome.NotAvailable<?> missing) {
                return Figure.missing(new Unavailable(
                        missing.reason().code(),
                        "needs " + path + ": " + missing.reason().message(),
                        missing.reason().fix()));
            }
            Object value = ((Outcome.Available<?>) outcome).value();
            for (Component component : accessors) {
                value = component.read((Record) value);
                if (value instanceof Figure<?> figure) {
                    if (figure.whyMissing().isPresent()) {
                        return Figure.missing(figure.whyMissing().get());
                    }
                    value = figure.asOptional().orElseThrow();
                } else if (value instanceof Optional<?> optional) {
                    if (optional.isEmpty()) {
                        return Figure.known(Optional.empty());
                    }
                    value = optional.get();
                }
            }
            return Figure.known(Optional.of(value));
        }
    }

    /** Gives the value: a plain object, or the reason why there is none; an absent optional is an empty optional. */
    default Figure<Optional<Object>> evaluate(RunState state) {
        if (this instanceof Constant constant) {
            return Figure.known(Optional.of(constant.value()));
        }
        if (this instanceof Absent) {
            return Figure.known(Optional.empty());
        }
        if (this instanceof Input input) {
            return Figure.known(Optional.ofNullable(state.inputs().get(input.name())));
        }
        if (this instanceof Context context) {
            return Figure.known(context.field().read(state.context()));
        }
        return ((StepResult) this).read(state);
    }
}
