package io.dawsos.persistence.pool;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was opened and must be closed: pool and monitor enter themselves here once they run, so that they can be closed even if
 * nothing that needs them was ever made.
 */
public final class Resources implements AutoCloseable {

    /** Something that is closed without an exception to check. */
    @FunctionalInterface
    interface Resource {
        /** Closes it; does nothing if it is closed. */
        void close();
    }

    private final Deque<Resource> open = new ArrayDeque<>();

    synchronized void opened(Resource resource) {
        open.push(resource);
    }

    /** Closes all that is open, the last opened first; does nothing if nothing is. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
