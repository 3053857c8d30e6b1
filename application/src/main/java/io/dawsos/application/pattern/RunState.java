package io.dawsos.application.pattern;

import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What the steps of one run see: inputs, context, and the outcomes of the steps before them. */
final class RunState {

    private final Map<String, Object> inputs;
    private final RequestContext context;
    private final AtomicReferenceArray<StepTrace> traces;

    RunState(Map<String, Object> inputs, RequestContext context, int steps) {
        this.inputs = inputs;
        this.context = context;
        this.traces = new AtomicReferenceArray<>(steps);
    }

    Map<String, Object> inputs() {
        return inputs;
    }

    RequestContext context() {
        return context;
    }

    /** The outcome of a step that has run. */
    Outcome<?> outcome(int step) {
        return trace(step).outcome();
    }

    StepTrace trace(int step) {
        return java.util.Objects.requireNonNull(traces.get(step), "a step was read before it ran");
    }

    void finished(int step, StepTrace trace) {
        traces.set(step, trace);
    }
}
