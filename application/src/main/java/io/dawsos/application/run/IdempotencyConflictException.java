package io.dawsos.application.run;

/** Thrown when a request can't be run under its idempotency key. */
public final class IdempotencyConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** The key was used for another request. */
        OTHER_REQUEST,
        /** The run of the same request is under way, or ended without an answer. */
        UNDER_WAY
    }

    private final Reason reason;

    IdempotencyConflictException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why the request can't be run. */
    public Reason reason() {
        return reason;
    }
}
