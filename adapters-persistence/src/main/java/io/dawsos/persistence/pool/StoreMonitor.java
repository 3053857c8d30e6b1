package io.dawsos.persistence.pool;

import io.dawsos.domain.execution.StoreHealth;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the database over one pooled connection that nobody else uses, twice a second. So a pool that is merely busy never
 * looks like a database that is lost, and a loss is known within two seconds even if the network swallows everything.
 */
public final class StoreMonitor implements StoreHealth, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreMonitor.class);
    private static final long PERIOD_MILLIS = 500;
    private static final int NETWORK_TIMEOUT_MILLIS = 1000;

    private final ConnectionPool pool;
    private final Clock clock;
    private final List<Runnable> recoveryActions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-monitor");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService abortRunner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "store-monitor-abort");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Instant since;
    private volatile @Nullable String lostReason;
    private @Nullable Connection connection;

    /** Starts watching. */
    @Inject
    public StoreMonitor(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        this.since = clock.instant();
        var unused = scheduler.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public State state() {
        String reason = lostReason;
        return new State(
                reason == null,
                since,
                Optional.ofNullable(reason),
                Math.max(0, pool.active() - 1),
                pool.idle(),
                pool.waiting(),
                pool.maximumSize());
    }

    /** Why the database is lost, if it is; costs one volatile read. */
    public Optional<String> lostReason() {
        return Optional.ofNullable(lostReason);
    }

    @Override
    public void onRecovery(Runnable action) {
        recoveryActions.add(action);
    }

    private void look() {
        try {
            validate();
            if (lostReason != null) {
                recovered();
            }
        } catch (SQLException e) {
            drop();
            if (lostReason == null && !isBusy(e)) {
                lost(e);
            }
        } catch (RuntimeException e) {
            LOG.error("the store monitor met a fault", e);
        }
    }

    private void validate() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = pool.dataSource().getConnection();
            current.setNetworkTimeout(abortRunner, NETWORK_TIMEOUT_MILLIS);
            connection = current;
        }
        try (var statement = current.createStatement();
                var rows = statement.executeQuery("select 1")) {
            if (!rows.next()) {
                throw new SQLException("the database gave no answer");
            }
        }
    }

    /** At the first look every connection may be in use; that is no loss. */
    private boolean isBusy(SQLException e) {
        return e instanceof java.sql.SQLTransientConnectionException && pool.active() >= pool.maximumSize();
    }

    private void lost(SQLException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("no reason given");
        lostReason = "database lost: " + message;
        since = clock.instant();
        LOG.error("the database is lost: {}", message);
        pool.evict();
    }

    private void recovered() {
        lostReason = null;
        since = clock.instant();
        LOG.info("the database is back");
        for (Runnable action : recoveryActions) {
            action.run();
        }
    }

    private void drop() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.abort(abortRunner);
                broken.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection did not close", e);
            }
        }
    }

    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("the store monitor did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Connection last = connection;
        connection = null;
        try {
            if (last != null) {
                last.close();
            }
        } catch (SQLException e) {
            LOG.debug("the monitor's connection did not close", e);
        }
        abortRunner.shutdown();
    }
}
