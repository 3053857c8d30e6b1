package io.dawsos.persistence.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private @Nullable RuntimeException failure;

    /**
     * Opens something, or throws what its first opening threw: an injector asks again for each class that needs it, and a database
     * that is not there would be waited for each time.
     */
    synchronized <T> T open(Supplier<T> opening) {
        if (failure != null) {
            throw failure;
        }
        try {
            return opening.get();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

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
