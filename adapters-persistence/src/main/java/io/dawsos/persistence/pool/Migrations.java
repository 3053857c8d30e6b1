package io.dawsos.persistence.pool;

import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/** The schema's versions, applied in order over the one pool. */
public final class Migrations {

    private final ConnectionPool pool;

    @Inject
    Migrations(ConnectionPool pool) {
        this.pool = pool;
    }

    /**
     * Brings the schema to the newest version.
     *
     * @return how many versions were applied
     */
    public int migrate() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(pool.dataSource())
                .locations("classpath:io/dawsos/persistence/migrations")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
