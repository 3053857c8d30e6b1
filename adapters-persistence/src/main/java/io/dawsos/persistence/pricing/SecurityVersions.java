package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.SymbolTakenException;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PricingPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Descriptions of securities that differ from those in force, on their way into a revision of their universe. */
public final class SecurityVersions {

    /** Each security with its newest version. */
    private static final String IN_FORCE =
            "select s.id, v.symbol, v.name, v.type, s.currency, v.sector, s.universe from securities s"
                    + " join security_versions v on v.security_id = s.id"
                    + " where not exists (select from security_versions n where n.security_id = s.id"
                    + " and n.revision > v.revision) ";

    private final Handle handle;
    private final Map<SecurityId, Security> inForce;
    private final List<Security> changed;

    private SecurityVersions(Handle handle, Map<SecurityId, Security> inForce, List<Security> changed) {
        this.handle = handle;
        this.inForce = inForce;
        this.changed = changed;
    }

    /**
     * Compares descriptions with those in force; of two of one security the last counts. Must be called under the lock of revisions.
     *
     * @throws SymbolTakenException if a symbol has two securities
     * @throws IllegalArgumentException if currency or universe of a security changes
     */
    static SecurityVersions changed(Handle handle, Universe universe, Collection<Security> securities) {
        Map<SecurityId, Security> offered = new LinkedHashMap<>();
        securities.forEach(security -> offered.put(security.id(), security));
        Map<SecurityId, Security> inForce = byId(handle, offered.keySet());
        List<Security> changed = offered.values().stream()
                .filter(security -> !security.equals(inForce.get(security.id())))
                .toList();
        for (Security security : changed) {
            requireSameMoney(universe, security, Optional.ofNullable(inForce.get(security.id())));
        }
        if (!changed.isEmpty()) {
            requireFreeSymbols(handle, universe, offered);
        }
        return new SecurityVersions(handle, inForce, changed);
    }

    private static void requireSameMoney(Universe universe, Security security, Optional<Security> before) {
        boolean same = security.universe() == universe
                && before.map(old ->
                                old.universe() == universe && old.currency().equals(security.currency()))
                        .orElse(true);
        if (!same) {
            throw new IllegalArgumentException("currency and universe of " + security.symbol() + " can't change");
        }
    }

    /** A symbol has one security, counted after the change: two securities may swap theirs. */
    private static void requireFreeSymbols(Handle handle, Universe universe, Map<SecurityId, Security> offered) {
        List<String> symbols = offered.values().stream().map(Security::symbol).toList();
        Map<String, SecurityId> holders = new HashMap<>();
        bySymbol(handle, universe, symbols).values().stream()
                .filter(holder -> !offered.containsKey(holder.id()))
                .forEach(holder -> holders.put(holder.symbol(), holder.id()));
        for (Security security : offered.values()) {
            if (holders.put(security.symbol(), security.id()) != null) {
                throw new SymbolTakenException(security.symbol());
            }
        }
    }

    /**
     * Stores what differs from what is in force as a revision of its own; gives how many versions that were.
     *
     * @throws SymbolTakenException if a symbol belongs to another security
     */
    public static int describe(
            Handle handle, Revisions revisions, Universe universe, AccessScope scope, Collection<Security> offered) {
        SecurityVersions versions = changed(handle, universe, offered);
        if (versions.any()) {
            long revision = revisions.nextNumber();
            revisions.add(revision, universe, scope, "securities", Revisions.hash(offered.toString()));
            versions.insert(revision);
        }
        return versions.changed.size();
    }

    boolean any() {
        return !changed.isEmpty();
    }

    /** Stores what changed under a revision. */
    void insert(long revision) {
        PreparedBatch identities = handle.prepareBatch(
                "insert into securities (id, universe, currency) values (:id, :universe, :currency)");
        PreparedBatch versions = handle.prepareBatch("insert into security_versions"
                + " (security_id, revision, symbol, name, type, sector)"
                + " values (:id, :revision, :symbol, :name, :type, :sector)");
        for (Security security : changed) {
            if (!inForce.containsKey(security.id())) {
                identities
                        .bind("id", security.id().value())
                        .bind("universe", security.universe().label())
                        .bind("currency", security.currency().code())
                        .add();
            }
            versions.bind("id", security.id().value())
                    .bind("revision", revision)
                    .bind("symbol", security.symbol())
                    .bind("name", security.name())
                    .bind("type", security.type().name())
                    .bindByType("sector", security.sector().orElse(null), String.class)
                    .add();
        }
        identities.execute();
        versions.execute();
    }

    /**
     * Makes sure that securities are of a universe.
     *
     * @throws IllegalArgumentException if one is not
     */
    public static void requireKnown(Handle handle, Universe universe, Collection<UUID> securities) {
        Optional<UUID> unknown = handle.createQuery("select u from unnest(cast(:ids as uuid[])) u where not exists"
                        + " (select from securities s where s.id = u and s.universe = :universe) limit 1")
                .bindArray("ids", UUID.class, List.copyOf(securities))
                .bind("universe", universe.label())
                .mapTo(UUID.class)
                .findOne();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException(
                    unknown.get() + " is no security of the " + universe.label() + " universe");
        }
    }

    static List<Security> list(Handle handle, Universe universe) {
        return handle.createQuery(IN_FORCE + "and s.universe = :universe order by v.symbol collate \"C\"")
                .bind("universe", universe.label())
                .map(SecurityVersions::security)
                .list();
    }

    /**
     * Lists securities as a pack describes them, ordered by symbol.
     *
     * @param condition over {@code v}, the version that the pack sees
     * @param bind binds the condition's parameters
     */
    static List<Security> under(Handle handle, PricingPack pack, String condition, UnaryOperator<Query> bind) {
        Query query = handle.createQuery("select s.id, v.symbol, v.name, v.type, s.currency, v.sector, s.universe"
                        + " from securities s cross join lateral (select symbol, name, type, sector from security_versions"
                        + " where security_id = s.id and revision <= :cut order by revision desc limit 1) v"
                        + " where s.universe = :universe and " + condition + " order by v.symbol collate \"C\"")
                .bind("cut", pack.cut())
                .bind("universe", pack.universe().label());
        return bind.apply(query).map(SecurityVersions::security).list();
    }

    static Map<String, Security> bySymbol(Handle handle, Universe universe, Collection<String> symbols) {
        return handle
                .createQuery(IN_FORCE + "and s.universe = :universe and v.symbol = any(:symbols)")
                .bind("universe", universe.label())
                .bindArray("symbols", String.class, List.copyOf(symbols))
                .map(SecurityVersions::security)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Security::symbol, security -> security));
    }

    private static Map<SecurityId, Security> byId(Handle handle, Collection<SecurityId> ids) {
        return handle
                .createQuery(IN_FORCE + "and s.id = any(:ids)")
                .bindArray(
                        "ids", UUID.class, ids.stream().map(SecurityId::value).toList())
                .map(SecurityVersions::security)
                .stream()
                .collect(Collectors.toMap(Security::id, security -> security));
    }

    private static Security security(ResultSet row, StatementContext context) throws SQLException {
        return security(row, "currency");
    }

    /** Reads a description from a row; the column of its currency has a name of its own where another currency stands beside it. */
    public static Security security(ResultSet row, String currencyColumn) throws SQLException {
        return new Security(
                new SecurityId(row.getObject("id", UUID.class)),
                row.getString("symbol"),
                row.getString("name"),
                SecurityType.valueOf(row.getString("type")),
                CurrencyCode.of(row.getString(currencyColumn)),
                Optional.ofNullable(row.getString("sector")),
                Universe.valueOf(row.getString("universe").toUpperCase(Locale.ROOT)));
    }
}
