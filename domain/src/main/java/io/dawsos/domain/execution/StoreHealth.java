package io.dawsos.domain.execution;

import java.time.Instant;
import java.util.Optional;

/** Whether the store answers, as its monitor last saw it; asking costs nothing and never waits. */
public interface StoreHealth {

    /** The newest state. */
    State state();

    /** Registers what to do each time the store is back after a loss; called on the monitor's thread. */
    void onRecovery(Runnable action);

    /**
     * What the monitor saw.
     *
     * @param since when this state began
     * @param reason why the store is lost; empty if it is not
     * @param activeConnections connections in use by callers
     * @param idleConnections connections that wait for callers
     * @param waitingThreads callers that wait for a connection
     * @param maximumConnections the pool's size
     */
    record State(
            boolean available,
            Instant since,
            Optional<String> reason,
            int activeConnections,
            int idleConnections,
            int waitingThreads,
            int maximumConnections) {}
}
