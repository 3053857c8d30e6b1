package io.dawsos.application.pattern;

import java.time.Duration;

/**
 * What no pattern may exceed.
 *
 * @param deadline how long a run may take
 */
public record ExecutionLimits(Duration deadline) {

    /** 30 seconds for a run. */
    public static ExecutionLimits standard() {
        return new ExecutionLimits(Duration.ofSeconds(30));
    }
}
