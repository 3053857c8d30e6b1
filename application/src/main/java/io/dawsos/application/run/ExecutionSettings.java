package io.dawsos.application.run;

import io.dawsos.application.pattern.ExecutionLimits;

/**
 * How runs are executed.
 *
 * @param cacheBytes how many bytes of answers are kept; 0 keeps none
 */
public record ExecutionSettings(ExecutionLimits limits, long cacheBytes) {

    /** 30 seconds for a run, 64 MiB of answers. */
    public static ExecutionSettings standard() {
        return new ExecutionSettings(ExecutionLimits.standard(), 64L << 20);
    }

    /** The same without kept answers. */
    public ExecutionSettings withoutCache() {
        return new ExecutionSettings(limits, 0);
    }
}
