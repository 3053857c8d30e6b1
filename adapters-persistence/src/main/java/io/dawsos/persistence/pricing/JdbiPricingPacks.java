package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.LocalWrites;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pricing packs in PostgreSQL. */
public final class JdbiPricingPacks implements PricingPacks {

    private static final String COLUMNS =
            "select id pack_id, universe pack_universe, as_of, cut, policy, hash pack_hash ";
    private static final String STATES = COLUMNS
            + ", exists (select from pricing_packs n where n.universe = p.universe and n.as_of = p.as_of"
            + " and n.cut > p.cut) superseded from pricing_packs p ";

    private final Database database;
    private final LocalWrites writes;

    @Inject
    JdbiPricingPacks(Database database, LocalWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Optional<PricingPack> build(Universe universe, Optional<LocalDate> asOf) {
        return writes.counted(() -> buildOrFind(universe, asOf));
    }

    private Optional<PricingPack> buildOrFind(Universe universe, Optional<LocalDate> asOf) {
        return database.inTransaction(handle -> {
            Optional<Newest> newest = newest(handle, universe);
            Optional<LocalDate> date = asOf.isPresent() ? asOf : newest.flatMap(Newest::date);
            if (newest.isEmpty() || date.isEmpty()) {
                return Optional.empty();
            }
            PricingPack pack = PricingPack.of(
                    universe, date.get(), newest.get().revision(), newest.get().chainedHash());
            handle.createUpdate("insert into pricing_packs (id, universe, as_of, cut, policy, hash)"
                            + " values (:id, :universe, :asOf, :cut, :policy, :hash) on conflict do nothing")
                    .bind("id", pack.id().value())
                    .bind("universe", universe.label())
                    .bind("asOf", pack.asOf())
                    .bind("cut", pack.cut())
                    .bind("policy", pack.policy())
                    .bind("hash", pack.hash())
                    .execute();
            return Optional.of(pack);
        });
    }

    @Override
    public Optional<PricingPack> find(PackId id) {
        return database.inOneStatement(handle -> handle.createQuery(COLUMNS + "from pricing_packs where id = :id")
                .bind("id", id.value())
                .map((row, context) -> pack(row))
                .findOne());
    }

    @Override
    public Optional<PackState> state(PackId id) {
        return database.inOneStatement(handle -> handle.createQuery(STATES + "where id = :id")
                .bind("id", id.value())
                .map((row, context) -> packState(row))
                .findOne());
    }

    private static PackState packState(ResultSet row) throws SQLException {
        return new PackState(pack(row), row.getBoolean("superseded"));
    }

    @Override
    public Optional<PricingPack> newest(Universe universe) {
        return database.inOneStatement(handle -> handle.createQuery(
                        COLUMNS + "from pricing_packs where universe = :universe order by as_of desc, cut desc limit 1")
                .bind("universe", universe.label())
                .map((row, context) -> pack(row))
                .findOne());
    }

    @Override
    public List<PackState> list(Universe universe, int limit) {
        return database.inOneStatement(handle -> handle.createQuery(
                        STATES + "where universe = :universe order by as_of desc, cut desc limit :limit")
                .bind("universe", universe.label())
                .bind("limit", limit)
                .map((row, context) -> packState(row))
                .list());
    }

    /** Reads a pack from the columns pack_id, pack_universe, as_of, cut, policy and pack_hash. */
    public static PricingPack pack(ResultSet row) throws SQLException {
        return new PricingPack(
                new PackId(row.getString("pack_id")),
                Universe.valueOf(row.getString("pack_universe").toUpperCase(Locale.ROOT)),
                row.getObject("as_of", LocalDate.class),
                row.getLong("cut"),
                row.getString("policy"),
                row.getString("pack_hash"));
    }

    /** What a universe's newest revision is, and the newest date of a price or rate. */
    private record Newest(long revision, String chainedHash, Optional<LocalDate> date) {}

    /** One statement, so that revision and date belong together; one index look-up for each security, however many prices. */
    private static Optional<Newest> newest(Handle handle, Universe universe) {
        return handle.createQuery("select r.number, r.chained_hash, (select max(newest) from ("
                        + "select (select max(o.date) from price_observations o where o.security_id = s.id) newest"
                        + " from securities s where s.universe = :universe"
                        + " union all select max(date) from fx_observations where universe = :universe) dates) newest"
                        + " from revisions r where r.universe = :universe order by r.number desc limit 1")
                .bind("universe", universe.label())
                .map((row, context) -> new Newest(
                        row.getLong("number"),
                        row.getString("chained_hash"),
                        Optional.ofNullable(row.getObject("newest", LocalDate.class))))
                .findOne();
    }
}
