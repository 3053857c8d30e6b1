package io.dawsos.persistence.embedded;

import java.util.concurrent.TimeUnit;

/** The short wait between two looks at another process, which has no event to wait for. */
final class Pause {

    private static final long MILLIS = 5;

    private Pause() {}

    static void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while waiting for the database server", e);
        }
    }
}
