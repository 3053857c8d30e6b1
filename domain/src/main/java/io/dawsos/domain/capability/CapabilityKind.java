package io.dawsos.domain.capability;

/** What calling a capability means for repeating it. */
public enum CapabilityKind {
    /** A function of its arguments and the pinned context: cached and replayed at will. */
    PURE,
    /** Asks the world outside: what it answered is recorded, and a replay uses the recording. */
    EXTERNAL,
    /** Changes state: needs an idempotency key, is never cached and never retried by itself. */
    WRITE
}
