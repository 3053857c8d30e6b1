package io.dawsos.persistence.pool;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts the commits of this process that move what runs are pinned to, so that what was read before one is read again. */
public final class LocalWrites {

    private final AtomicLong count = new AtomicLong();

    @Inject
    LocalWrites() {}

    /** Does work that commits, and counts it when it is over, whatever came of it. */
    public <T> T counted(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            count.incrementAndGet();
        }
    }

    /** How many commits there were. */
    public long count() {
        return count.get();
    }
}
