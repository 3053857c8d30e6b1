package io.dawsos.application.run;

import io.dawsos.application.pattern.Step;
import io.dawsos.domain.capability.Outcome;
import java.util.Optional;

/**
 * One step as it ran.
 *
 * @param arguments what it was called with; empty if it was not called
 * @param startMicros when it began, since the run did
 * @param micros how long it took
 * @param attempts how often it was called; 0 if another step of the run made the same call, or if there was no call
 * @param fellBack whether its fallback gave the outcome
 * @param refused whether it could not be served now, and may be another time
 */
public record StepTrace(
        Step step,
        StepStatus status,
        Outcome<?> outcome,
        Optional<Record> arguments,
        long startMicros,
        long micros,
        int attempts,
        boolean fellBack,
        boolean refused) {

    /** Whether it gave less than it should, by no choice of the pattern. */
    boolean degraded() {
        return fellBack || !(status == StepStatus.SUCCEEDED || status == StepStatus.SKIPPED);
    }
}
