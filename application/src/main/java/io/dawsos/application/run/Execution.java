package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Output;
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
    public static final String ENGINE_VERSION = "2";

    public Execution {
        steps = List.copyOf(steps);
    }

    /** How a run ended as a whole. */
    public enum Status {
        /** Every step that counts made its result. */
        SUCCEEDED,
        /** There is a result, with less in it than there should be. */
        DEGRADED,
        /** A step failed and nothing was made. */
        FAILED,
        /** The run was stopped first. */
        CANCELLED
    }

    /** How the run ended; what is missing inside of results is not looked at. */
    public Status status() {
        boolean degraded = false;
        boolean failed = false;
        for (StepTrace step : steps) {
            if (step.status() == StepStatus.CANCELLED) {
                return Status.CANCELLED;
            }
            degraded |=
                    step.degraded() && (step.fellBack() || !step.step().policy().optional());
            failed |=
                    step.status() == StepStatus.FAILED && !step.step().policy().optional();
        }
        boolean nothing = pattern.outputs().stream().noneMatch(this::made);
        return failed && nothing ? Status.FAILED : degraded ? Status.DEGRADED : Status.SUCCEEDED;
    }

    private boolean made(Output output) {
        return output instanceof Output.OfStep of
                ? steps.get(of.step()).outcome() instanceof Outcome.Available
                : ((Output.Group) output).parts().stream().anyMatch(this::made);
    }

    /** Whether the same run would answer the same: not if a step could not be served, met a fault or came too late. */
    boolean lasting() {
        return steps.stream()
                .noneMatch(step -> step.refused()
                        || step.status() == StepStatus.FAILED
                        || step.status() == StepStatus.CANCELLED
                        || (step.outcome() instanceof Outcome.NotAvailable<?> missing
                                && missing.reason().code().equals("step_timeout")));
    }

    /** The result of a step, by the step's name and its record. */
    public <R extends Record> Figure<R> output(String name, Class<R> type) {
        Outcome<?> outcome = steps.stream()
                .filter(trace -> trace.step().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + name))
                .outcome();
        return outcome instanceof Outcome.Available<?> available
                ? Figure.known(type.cast(available.value()))
                : Figure.missing(((Outcome.NotAvailable<?>) outcome).reason());
    }
}
