package io.dawsos.application.pattern;

import java.time.Duration;

/**
 * How runs are executed.
 *
 * @param deadline how long a run may take
 * @param cacheBytes how many bytes of answers are kept; 0 keeps none
 */
public record ExecutionSettings(Duration deadline, long cacheBytes) {

    /** 30 seconds for a run, 64 MiB of answers. */
    public static ExecutionSettings standard() {
        return new ExecutionSettings(Duration.ofSeconds(30), 64L << 20);
    }

    /** The same without kept answers. */
    public ExecutionSettings withoutCache() {
        return new ExecutionSettings(deadline, 0);
    }
}
