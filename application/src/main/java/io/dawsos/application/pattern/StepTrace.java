package io.dawsos.application.pattern;

import io.dawsos.domain.capability.Outcome;

/**
 * One step as it ran.
 *
 * @param micros how long it took
 * @param refused whether it could not be served now: an optional step that may answer another time
 */
public record StepTrace(CompiledPattern.Step step, Outcome<?> outcome, long micros, boolean refused) {}
