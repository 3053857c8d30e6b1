package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The security master in PostgreSQL. */
public final class JdbiSecurities implements Securities {

    private final Database database;

    @Inject
    JdbiSecurities(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Security> bySymbol(Universe universe, Collection<String> symbols) {
        return database.inOneStatement(handle -> SecurityVersions.bySymbol(handle, universe, symbols));
    }

    @Override
    public List<Security> list(Universe universe) {
        return database.inOneStatement(handle -> SecurityVersions.list(handle, universe));
    }

    @Override
    public int describe(AccessScope scope, Collection<Security> securities) {
        Map<Universe, List<Security>> byUniverse = securities.stream()
                .collect(Collectors.groupingBy(Security::universe, LinkedHashMap::new, Collectors.toList()));
        return database.inScope(scope, handle -> {
            Revisions revisions = Revisions.lock(handle);
            int stored = 0;
            for (Map.Entry<Universe, List<Security>> entry : byUniverse.entrySet()) {
                stored += SecurityVersions.describe(handle, revisions, entry.getKey(), scope, entry.getValue());
            }
            return stored;
        });
    }
}
