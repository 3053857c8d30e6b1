package io.dawsos.persistence.ledger;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pricing.Revisions;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

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
                        .map(JdbiSecurities::security)
                        .list());
        return found.stream().collect(Collectors.toUnmodifiableMap(Security::symbol, security -> security));
    }

    @Override
    public List<Security> list(Universe universe) {
        return database.read(handle -> handle.createQuery(NEWEST + ORDER)
                .bind("universe", universe.label())
                .map(JdbiSecurities::security)
                .list());
    }

    @Override
    public void describe(AccessScope scope, Collection<Security> securities) {
        Map<Universe, List<Security>> byUniverse = securities.stream()
                .collect(Collectors.groupingBy(Security::universe, LinkedHashMap::new, Collectors.toList()));
        database.inScope(scope, handle -> {
            byUniverse.forEach((universe, list) -> describe(handle, scope, universe, list));
            return true;
        });
    }

    private static void describe(Handle handle, AccessScope scope, Universe universe, List<Security> offered) {
        Revisions revisions = Revisions.lock(handle);
        Map<SecurityId, Security> inForce = inForce(handle, offered);
        List<Security> changed = offered.stream()
                .filter(security -> !security.equals(inForce.get(security.id())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        for (Security security : changed) {
            Security old = inForce.get(security.id());
            if (old != null
                    && !(old.currency().equals(security.currency())
                            && old.universe() == universe
                            && old.symbol().equals(security.symbol()))) {
                throw new IllegalArgumentException(
                        "symbol, currency and universe of " + security.symbol() + " can't change");
            }
        }
        long revision = revisions.add(universe, scope, "securities", changed.toString());
        insertIdentities(
                handle,
                changed.stream()
                        .filter(security -> !inForce.containsKey(security.id()))
                        .toList());
        PreparedBatch versions = handle.prepareBatch("insert into security_versions"
                + " (security_id, revision, name, type, sector) values (:id, :revision, :name, :type, :sector)");
        for (Security security : changed) {
            versions.bind("id", security.id().value())
                    .bind("revision", revision)
                    .bind("name", security.name())
                    .bind("type", security.type().name())
                    .bindByType("sector", security.sector().orElse(null), String.class)
                    .add();
        }
        versions.execute();
    }

    private static void insertIdentities(Handle handle, List<Security> fresh) {
        for (Security security : fresh) {
            int added = handle.createUpdate("insert into securities (id, universe, symbol, currency)"
                            + " values (:id, :universe, :symbol, :currency) on conflict (universe, symbol) do nothing")
                    .bind("id", security.id().value())
                    .bind("universe", security.universe().label())
                    .bind("symbol", security.symbol())
                    .bind("currency", security.currency().code())
                    .execute();
            if (added == 0) {
                throw new IllegalArgumentException("the symbol " + security.symbol() + " belongs to another security");
            }
        }
    }

    private static Map<SecurityId, Security> inForce(Handle handle, List<Security> offered) {
        return handle
                .createQuery(
                        "select distinct on (s.id) s.id, s.symbol, v.name, v.type, s.currency, v.sector, s.universe"
                                + " from securities s join security_versions v on v.security_id = s.id"
                                + " where s.id = any(:ids) order by s.id, v.revision desc")
                .bindArray(
                        "ids",
                        UUID.class,
                        offered.stream().map(security -> security.id().value()).toList())
                .map(JdbiSecurities::security)
                .stream()
                .collect(Collectors.toMap(Security::id, security -> security));
    }

    private static Security security(ResultSet row, StatementContext context) throws SQLException {
        return new Security(
                new SecurityId(row.getObject("id", UUID.class)),
                row.getString("symbol"),
                row.getString("name"),
                SecurityType.valueOf(row.getString("type")),
                CurrencyCode.of(row.getString("currency")),
                Optional.ofNullable(row.getString("sector")),
                Universe.valueOf(row.getString("universe").toUpperCase(Locale.ROOT)));
    }
}
