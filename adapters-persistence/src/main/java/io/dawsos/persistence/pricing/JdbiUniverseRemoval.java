package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.UniverseRemoval;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.LocalWrites;
import jakarta.inject.Inject;

/** Erases a universe in PostgreSQL, in one audited transaction of the system; who asked is in the audit. */
public final class JdbiUniverseRemoval implements UniverseRemoval {

    private static final AccessScope SCOPE = AccessScope.system("universe-removal");

    private final Database database;
    private final LocalWrites writes;

    @Inject
    JdbiUniverseRemoval(Database database, LocalWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public long remove(AccessScope scope, Universe universe) {
        return writes.counted(() -> erase(scope, universe));
    }

    private long erase(AccessScope scope, Universe universe) {
        if (universe == Universe.REAL) {
            throw new IllegalArgumentException("the real universe can't be removed");
        }
        return database.inBulk(SCOPE, handle -> {
            Revisions.lock(handle);
            return handle.createQuery("select erase_universe(:universe, :asked)")
                    .bind("universe", universe.label())
                    .bind("asked", Database.setting(scope))
                    .mapTo(Long.class)
                    .one();
        });
    }
}
