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

    private static final String NEWEST =
            "select distinct on (s.symbol) s.id, s.symbol, v.name, v.type, s.currency, v.sector,"
                    + " s.universe from securities s join security_versions v on v.security_id = s.id where s.universe = :universe ";
    private static final String ORDER = " order by s.symbol, v.revision desc";

    private final Database database;

    @Inject
    JdbiSecurities(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Security> bySymbol(Universe universe, Collection<String> symbols) {
        List<Security> found =
                database.read(handle -> handle.createQuery(NEWEST + "and s.symbol = any(:symbols)" + ORDER)
                        .bind("universe", universe.label())
                        .bindArray("symbols", String.class, List.copyOf(symbols))
                        .map(SecurityVersions::security)
                        .list());
        return found.stream().collect(Collectors.toUnmodifiableMap(Security::symbol, security -> security));
    }

    @Override
    public List<Security> list(Universe universe) {
        return database.read(handle -> handle.createQuery(NEWEST + ORDER)
                .bind("universe", universe.label())
                .map(SecurityVersions::security)
                .list());
    }

    @Override
    public void describe(AccessScope scope, Collection<Security> securities) {
        Map<Universe, List<Security>> byUniverse = securities.stream()
                .collect(Collectors.groupingBy(Security::universe, LinkedHashMap::new, Collectors.toList()));
        database.inScope(scope, handle -> {
            Revisions revisions = Revisions.lock(handle);
            byUniverse.forEach((universe, list) -> {
                SecurityVersions versions = SecurityVersions.changed(handle, list);
                if (versions.any()) {
                    versions.insert(revisions.add(universe, scope, "securities", list.toString()));
                }
            });
            return true;
        });
    }
}
