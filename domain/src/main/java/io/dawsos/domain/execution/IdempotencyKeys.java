package io.dawsos.domain.execution;

import io.dawsos.domain.identity.AccessScope;
import java.time.Instant;

/** The keys under which users run patterns that change state, so that a request that is sent twice is run once. */
public interface IdempotencyKeys {

    /**
     * Claims a key; of many that claim it at once, one gets it.
     *
     * @param scope a user's
     * @param request the hash of all that is asked for
     */
    Claim claim(AccessScope scope, String key, String request);

    /** Keeps the answer of the run that claimed a key. */
    void answer(AccessScope scope, String key, KeptAnswer answer);

    /** Gives a key back whose run changed nothing. */
    void release(AccessScope scope, String key);

    /** An answer as it was sent. */
    record KeptAnswer(String json, String resultHash) {}

    /** What became of a claim. */
    sealed interface Claim {
        /** The key is the caller's, who runs now. */
        record Granted() implements Claim {}

        /** A run under this key was answered. */
        record Answered(String request, KeptAnswer answer) implements Claim {}

        /** A run under this key has begun and was not answered: it is under way, or its end is unknown. */
        record Open(String request, Instant since) implements Claim {}
    }
}
