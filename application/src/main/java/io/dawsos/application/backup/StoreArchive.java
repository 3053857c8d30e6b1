package io.dawsos.application.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A store that can be written to one stream as a whole, and be filled from it again.
 *
 * <p>The copy holds password hashes and every user's books: who can read it can read all. What is restored gives the same answers
 * to the byte. Keys that sign tokens are not part of it, so users log in again.
 */
public interface StoreArchive {

    /** How much was copied. */
    record Copied(int tables, long rows) {}

    /**
     * Writes all rows as they are at one moment, while others may go on to write.
     *
     * @throws IOException if the stream fails
     */
    Copied write(OutputStream out) throws IOException;

    /**
     * Fills an empty store. Users that are there are replaced.
     *
     * @throws IOException if the stream fails
     * @throws RefusedException if the store is not empty, or the stream is not a whole archive of this version; nothing is changed
     */
    Copied restore(InputStream in) throws IOException;

    /** Thrown when an archive can't be restored; the message says what to do. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Made with one sentence for the person who restores. */
        public RefusedException(String message) {
            super(message);
        }
    }
}
