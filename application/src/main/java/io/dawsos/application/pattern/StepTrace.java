package io.dawsos.application.pattern;

import io.dawsos.domain.capability.Outcome;

/**
 * One step as it ran.
 *
 * @param micros how long it took
 */
public record StepTrace(CompiledPattern.Step step, Outcome<?> outcome, long micros) {}
