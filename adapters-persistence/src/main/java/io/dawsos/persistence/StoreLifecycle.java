package io.dawsos.persistence;

import io.dawsos.persistence.pool.Migrations;
import io.dawsos.persistence.pool.Resources;
import jakarta.inject.Inject;

/** What the startup does with the database once its pool exists: bring the schema up to date, and close the pool last. */
public final class StoreLifecycle implements AutoCloseable {

    private final Migrations migrations;
    private final Resources resources;

    @Inject
    StoreLifecycle(Migrations migrations, Resources resources) {
        this.migrations = migrations;
        this.resources = resources;
    }

    /**
     * Brings the schema to the newest version.
     *
     * @return how many versions were applied
     */
    public int migrate() {
        return migrations.migrate();
    }

    /** Stops the monitor and closes the pool; does nothing if they are closed. */
    @Override
    public void close() {
        resources.close();
    }
}
