package io.dawsos.domain.execution;

/**
 * Thrown by any port when its store can't be used now: a fault of the moment, a 503 with {@code Retry-After}.
 *
 * <p>This is what breakers count; a bug or a broken rule of the data is another exception.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a store can't be used. */
    public enum Cause {
        /** Every connection is in use: the store works, its callers are too many. Not a breaker's failure. */
        SATURATED,
        /** The store can't be reached or broke the connection. */
        LOST,
        /** The store did not answer within the time that the caller had. */
        TIMEOUT
    }

    private final Cause reason;

    /** Says why, where nothing else was thrown. */
    public StoreUnavailableException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Says why, with what was thrown. */
    public StoreUnavailableException(Cause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the store can't be used. */
    public Cause reason() {
        return reason;
    }
}
