package io.dawsos.application.memory;

import io.dawsos.domain.execution.StoreHealth;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that never fails; a test may say that it is back after a loss. */
public final class MemoryStoreHealth implements StoreHealth {

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    @Inject
    MemoryStoreHealth() {}

    @Override
    public State state() {
        return new State(true, Instant.EPOCH, Optional.empty(), 0, 0, 0, 0);
    }

    @Override
    public void onRecovery(Runnable action) {
        actions.add(action);
    }

    /** Does what is registered for a recovery. */
    public void recover() {
        actions.forEach(Runnable::run);
    }
}
