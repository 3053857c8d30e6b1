package io.dawsos.persistence.pool;

import io.dawsos.domain.execution.StoreHealth;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the database over one pooled connection that nobody else uses, twice a second. So a pool that is merely busy never
 * looks like a database that is lost, and a loss is known within two seconds even if the network swallows everything.
 */
public final class StoreMonitor implements StoreHealth {

    private static final Logger LOG = LoggerFactory.getLogger(StoreMonitor.class);
    private static final long PERIOD_MILLIS = 500;

    /** What was seen last; one object, so that no reader sees half of it. */
    private record Sight(Instant since, Optional<String> lostReason) {}

    private final ConnectionPool pool;
    private final Clock clock;
    private final WatchedConnection watched;
    private final List<Runnable> recoveryActions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-monitor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Sight sight;

    /** Starts watching. */
    @Inject
    StoreMonitor(ConnectionPool pool, Clock clock, Resources resources) {
        this.pool = pool;
        this.clock = clock;
        this.watched = new WatchedConnection(pool);
        this.sight = new Sight(clock.instant(), Optional.empty());
        resources.opened(this::stop);
        var unused = scheduler.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public State state() {
        Sight seen = sight;
        int own = watched.isHeld() ? 1 : 0;
        return new State(
                seen.lostReason().isEmpty(),
                seen.since(),
                seen.lostReason(),
                Math.max(0, pool.active() - own),
                pool.idle(),
                pool.waiting(),
                pool.maximumSize());
    }

    /** Why the database is lost, if it is; costs one volatile read. */
    Optional<String> lostReason() {
        return sight.lostReason();
    }

    @Override
    public void onRecovery(Runnable action) {
        recoveryActions.add(action);
    }

    private void look() {
        try {
            boolean wasLost = isLost();
            if (!seesLife() && !wasLost && isLost()) {
                // One broken connection is not yet a lost database: whether another can be had shows at once.
                seesLife();
            }
        } catch (RuntimeException e) {
            LOG.error("the store monitor met a fault", e);
        }
    }

    private boolean seesLife() {
        try {
            watched.check();
        } catch (SQLException e) {
            watched.drop();
            if (!isLost() && !isBusy(e)) {
                lost(e);
            }
            return false;
        }
        if (isLost()) {
            recovered();
        }
        return true;
    }

    private boolean isLost() {
        return sight.lostReason().isPresent();
    }

    /** Without a connection of its own the monitor waits like anybody; that every connection is in use is no loss. */
    private boolean isBusy(SQLException e) {
        return e instanceof SQLTransientConnectionException && pool.active() >= pool.maximumSize();
    }

    private void lost(SQLException e) {
        boolean silent = e.getCause() instanceof SocketTimeoutException;
        String message = silent
                ? "it does not answer"
                : Optional.ofNullable(e.getMessage()).orElse("no reason given");
        sight = new Sight(clock.instant(), Optional.of("database lost: " + message));
        LOG.error("the database is lost: {}", message);
        pool.evict();
        if (silent) {
            pool.loans().abort();
        }
    }

    private void recovered() {
        sight = new Sight(clock.instant(), Optional.empty());
        LOG.info("the database is back");
        for (Runnable action : recoveryActions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("an action after the recovery of the database failed", e);
            }
        }
    }

    private void stop() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("the store monitor did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watched.release();
    }
}
