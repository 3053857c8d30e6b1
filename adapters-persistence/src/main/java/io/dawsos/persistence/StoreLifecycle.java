package io.dawsos.persistence;

import io.dawsos.persistence.pool.ConnectionPool;
import io.dawsos.persistence.pool.Migrations;
import io.dawsos.persistence.pool.StoreMonitor;
import jakarta.inject.Inject;

/** What the startup does with the database once its pool exists: bring the schema up to date, and close the pool last. */
public final class StoreLifecycle implements AutoCloseable {

    private final ConnectionPool pool;
    private final StoreMonitor monitor;
    private final Migrations migrations;

    @Inject
    StoreLifecycle(ConnectionPool pool, StoreMonitor monitor, Migrations migrations) {
        this.pool = pool;
        this.monitor = monitor;
        this.migrations = migrations;
    }

    /**
     * Brings the schema to the newest version.
     *
     * @return how many versions were applied
     */
    public int migrate() {
        return migrations.migrate();
    }

    /** Stops the monitor and closes the pool. */
    @Override
    public void close() {
        monitor.close();
        pool.close();
    }
}
