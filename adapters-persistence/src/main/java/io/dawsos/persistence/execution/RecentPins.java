package io.dawsos.persistence.execution;

import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.persistence.pool.LocalWrites;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Pins that were read a moment ago. They hold until this process commits anything that moves pins, and a second at most, which
 * bounds how late a commit of another process on the same database is seen.
 */
public final class RecentPins {

    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 10_000;

    private final LocalWrites writes;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    private record Key(AccessScope scope, PinRequest request) {}

    private record Held(Pins pins, long writes, long readAt) {}

    @Inject
    RecentPins(LocalWrites writes) {
        this.writes = writes;
    }

    /** Gives pins that still hold, or reads them. */
    Pins get(AccessScope scope, PinRequest request, Supplier<Pins> reading) {
        Key key = new Key(scope, request);
        Held recent = held.get(key);
        long now = System.nanoTime();
        if (recent != null && recent.writes() == writes.count() && now - recent.readAt() < HOLD_NANOS) {
            return recent.pins();
        }
        // Counted before reading: a commit in between makes what is read here stale, and it is not kept for current.
        long before = writes.count();
        Pins pins = reading.get();
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Held(pins, before, now));
        return pins;
    }
}
