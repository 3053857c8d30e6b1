package io.dawsos.application.runtime;

/** Thrown when a run can't be served now, by no fault of the caller: a 503 with {@code Retry-After}. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int retryAfterSeconds;

    /** Says why, and when to try again. */
    public RunRefusedException(String code, String message, int retryAfterSeconds) {
        super(message);
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A stable name, such as {@code database_lost}. */
    public String code() {
        return code;
    }

    /** When to try again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
