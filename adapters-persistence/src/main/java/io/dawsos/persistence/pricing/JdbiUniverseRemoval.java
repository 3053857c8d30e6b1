package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.UniverseRemoval;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.util.List;

/** Erases a universe in PostgreSQL, in one audited transaction. */
public final class JdbiUniverseRemoval implements UniverseRemoval {

    private static final List<String> DELETES = List.of(
            "delete from executions where portfolio_id in (select id from portfolios where universe = :universe)",
            "delete from ledger_entries where portfolio_id in (select id from portfolios where universe = :universe)",
            "delete from ledger_commits where portfolio_id in (select id from portfolios where universe = :universe)",
            "delete from portfolios where universe = :universe",
            "delete from pricing_packs where universe = :universe",
            "delete from price_observations where security_id in (select id from securities where universe = :universe)",
            "delete from fx_observations where universe = :universe",
            "delete from macro_observations where universe = :universe",
            "delete from security_versions where security_id in (select id from securities where universe = :universe)",
            "delete from securities where universe = :universe",
            "delete from revisions where universe = :universe");

    private final Database database;

    @Inject
    JdbiUniverseRemoval(Database database) {
        this.database = database;
    }

    @Override
    public long remove(AccessScope scope, Universe universe) {
        if (universe == Universe.REAL) {
            throw new IllegalArgumentException("the real universe can't be removed");
        }
        return database.inScope(scope, handle -> {
            handle.createQuery("select set_config('app.erasure', 'on', true)")
                    .mapTo(String.class)
                    .one();
            long rows = 0;
            for (String delete : DELETES) {
                rows += handle.createUpdate(delete)
                        .bind("universe", universe.label())
                        .execute();
            }
            handle.createUpdate(
                            "insert into audit (scope, action, subject) values (:scope, 'erase universe', :subject)")
                    .bind("scope", Database.setting(scope))
                    .bind("subject", universe.label() + ": " + rows + " rows")
                    .execute();
            return rows;
        });
    }
}
