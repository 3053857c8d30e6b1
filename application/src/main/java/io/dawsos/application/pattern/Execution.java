package io.dawsos.application.pattern;

import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.figure.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run that is over.
 *
 * @param inputs validated and defaulted, by name
 * @param steps in the order of the document
 */
public record Execution(
        UUID id,
        CompiledPattern pattern,
        Map<String, Object> inputs,
        Pins pins,
        List<StepTrace> steps,
        Instant startedAt,
        long micros) {

    /** The version of the engine; part of what a result depends on. */
    public static final String ENGINE_VERSION = "1";

    public Execution {
        steps = List.copyOf(steps);
    }

    /** The outcome of a step, by the step's name. */
    Outcome<?> outcome(String name) {
        return steps.stream()
                .filter(trace -> trace.step().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + name))
                .outcome();
    }

    /** The result of a step, by the step's name and its record. */
    public <R extends Record> Figure<R> output(String name, Class<R> type) {
        Outcome<?> outcome = outcome(name);
        return outcome instanceof Outcome.Available<?> available
                ? Figure.known(type.cast(available.value()))
                : Figure.missing(((Outcome.NotAvailable<?>) outcome).reason());
    }
}
