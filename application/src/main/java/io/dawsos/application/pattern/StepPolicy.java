package io.dawsos.application.pattern;

import io.dawsos.application.runtime.RegisteredCapability;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to happen if a step takes too long or gives nothing.
 *
 * @param optional whether the run counts as whole without the step
 * @param timeout how long it may take; the run's deadline holds too
 */
public record StepPolicy(
        boolean optional, Optional<Duration> timeout, Optional<Retry> retry, Optional<Fallback> fallback) {

    /** A step that the run needs, tried once. */
    static final StepPolicy PLAIN = new StepPolicy(false, Optional.empty(), Optional.empty(), Optional.empty());

    StepPolicy orOptional(boolean others) {
        return new StepPolicy(optional || others, timeout, retry, fallback);
    }

    /**
     * Trying again, of capabilities outside that allow it.
     *
     * @param attempts in all, 2 or more
     * @param backoff before the second attempt; doubled before each further one
     * @param longest the longest wait
     */
    public record Retry(int attempts, Duration backoff, Duration longest) {
        /** How long to wait after so many attempts. */
        public Duration waitAfter(int made) {
            long millis = backoff.toMillis() << Math.min(20, made - 1);
            return millis < longest.toMillis() ? Duration.ofMillis(millis) : longest;
        }
    }

    /** What stands in for a step that gives nothing. */
    public sealed interface Fallback {

        /** A value that is written in the pattern. */
        record Written(Record value) implements Fallback {}

        /** Another capability with the same result. */
        record Other(RegisteredCapability capability, Arguments arguments) implements Fallback {}
    }
}
