package io.dawsos.persistence.embedded;

import org.jspecify.annotations.Nullable;

/** Thrown when the embedded database can't start or stop; the message is one line that a user can act on. */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what went wrong and what to do. */
    public EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
