package io.dawsos.application.run;

import io.dawsos.application.pattern.RunValues;
import io.dawsos.application.pattern.Value;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What the steps of one run see: inputs, context, and the results of the steps before them. */
final class RunState implements RunValues {

    private final Map<String, Object> inputs;
    private final RequestContext context;
    private final AtomicReferenceArray<@Nullable StepTrace> traces;

    RunState(Map<String, Object> inputs, RequestContext context, int steps) {
        this.inputs = inputs;
        this.context = context;
        this.traces = new AtomicReferenceArray<>(steps);
    }

    @Override
    public Value input(String name) {
        Object value = inputs.get(name);
        return value == null ? new Value.Absent("inputs." + name, false) : new Value.Present(value);
    }

    @Override
    public RequestContext context() {
        return context;
    }

    @Override
    public Value step(int index) {
        StepTrace trace = trace(index);
        if (trace.outcome() instanceof Outcome.Available<?> available) {
            return new Value.Present(Objects.requireNonNull(available.value()));
        }
        return trace.status() == StepStatus.SKIPPED
                ? new Value.Absent(trace.step().name(), true)
                : new Value.Missing(((Outcome.NotAvailable<?>) trace.outcome()).reason());
    }

    /** The trace of a step that has ended. */
    StepTrace trace(int step) {
        return Objects.requireNonNull(traces.get(step), "a step was read before it ended");
    }

    boolean hasEnded(int step) {
        return traces.get(step) != null;
    }

    void ended(int step, StepTrace trace) {
        traces.set(step, trace);
    }
}
