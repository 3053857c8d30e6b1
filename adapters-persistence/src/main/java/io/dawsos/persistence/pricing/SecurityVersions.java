package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Descriptions of securities that differ from those in force, on their way into a revision. */
final class SecurityVersions {

    private final Handle handle;
    private final Map<SecurityId, Security> inForce;
    private final List<Security> changed;

    private SecurityVersions(Handle handle, Map<SecurityId, Security> inForce, List<Security> changed) {
        this.handle = handle;
        this.inForce = inForce;
        this.changed = changed;
    }

    /** Compares descriptions with those in force; must be called under the lock of revisions. */
    static SecurityVersions changed(Handle handle, Collection<Security> offered) {
        Map<SecurityId, Security> inForce = inForce(handle, offered);
        List<Security> changed = offered.stream()
                .filter(security -> !security.equals(inForce.get(security.id())))
                .toList();
        for (Security security : changed) {
            Security old = inForce.get(security.id());
            boolean same = old == null
                    || (old.currency().equals(security.currency())
                            && old.universe() == security.universe()
                            && old.symbol().equals(security.symbol()));
            if (!same) {
                throw new IllegalArgumentException(
                        "symbol, currency and universe of " + security.symbol() + " can't change");
            }
        }
        return new SecurityVersions(handle, inForce, changed);
    }

    boolean any() {
        return !changed.isEmpty();
    }

    /** Stores what changed under a revision. */
    void insert(long revision) {
        for (Security security : changed) {
            if (!inForce.containsKey(security.id())) {
                insertIdentity(security);
            }
        }
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

    private void insertIdentity(Security security) {
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

    private static Map<SecurityId, Security> inForce(Handle handle, Collection<Security> offered) {
        return handle
                .createQuery(
                        "select distinct on (s.id) s.id, s.symbol, v.name, v.type, s.currency, v.sector, s.universe"
                                + " from securities s join security_versions v on v.security_id = s.id"
                                + " where s.id = any(:ids) order by s.id, v.revision desc")
                .bindArray(
                        "ids",
                        UUID.class,
                        offered.stream().map(security -> security.id().value()).toList())
                .map(SecurityVersions::security)
                .stream()
                .collect(Collectors.toMap(Security::id, security -> security));
    }

    /** Reads a security from the columns id, symbol, name, type, currency, sector and universe. */
    static Security security(ResultSet row, StatementContext context) throws SQLException {
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
