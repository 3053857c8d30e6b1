package io.dawsos.persistence.corporateaction;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pricing.Revisions;
import io.dawsos.persistence.pricing.SecurityVersions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Announced corporate events in PostgreSQL. */
public final class JdbiCorporateEvents implements CorporateEvents {

    private static final String BETWEEN =
            "select n.*, v.symbol, v.name, v.type, v.sector, s.id, s.currency security_currency,"
                    + " s.universe from (select distinct on (e.security_id, e.date, e.kind, e.label) e.* from corporate_events e"
                    + " where e.date between :from and :to and e.revision <= :cut"
                    + " and (:all or e.security_id = any(:securities))"
                    + " order by e.security_id, e.date, e.kind, e.label, e.revision desc) n"
                    + " join securities s on s.id = n.security_id and s.universe = :universe"
                    + " cross join lateral (select symbol, name, type, sector from security_versions where security_id = s.id"
                    + " and revision <= :cut order by revision desc limit 1) v"
                    + " where n.in_force order by n.date, v.symbol collate \"C\", n.kind, n.label collate \"C\"";

    private static final String IN_FORCE = "select distinct on (date, kind, label, security_id) " + EventRow.COLUMNS
            + " from corporate_events where security_id = any(:securities)"
            + " order by date, kind, label, security_id, revision desc";

    private final Database database;

    @Inject
    JdbiCorporateEvents(Database database) {
        this.database = database;
    }

    @Override
    public List<ListedEvent> between(PricingPack pack, LocalDate from, LocalDate to, Deadline deadline) {
        return between(pack, true, Set.of(), from, to, deadline);
    }

    @Override
    public List<ListedEvent> between(
            PricingPack pack, Set<SecurityId> securities, LocalDate from, LocalDate to, Deadline deadline) {
        return between(pack, false, securities, from, to, deadline);
    }

    private List<ListedEvent> between(
            PricingPack pack,
            boolean all,
            Set<SecurityId> securities,
            LocalDate from,
            LocalDate to,
            Deadline deadline) {
        List<UUID> ids = securities.stream().map(SecurityId::value).sorted().toList();
        return database.inOneStatement(
                deadline,
                handle -> handle.createQuery(BETWEEN)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("cut", pack.cut())
                        .bind("universe", pack.universe().label())
                        .bind("all", all)
                        .bindArray("securities", UUID.class, ids)
                        .map((row, context) -> new ListedEvent(
                                SecurityVersions.security(row, "security_currency"),
                                EventRow.read(row).event()))
                        .list());
    }

    @Override
    public RecordedAnnouncements record(
            AccessScope scope, Universe universe, String source, Collection<Announcement> announcements) {
        Map<Key, Announcement> last = new LinkedHashMap<>();
        announcements.forEach(announcement -> last.put(Key.of(announcement.event()), announcement));
        return database.inScope(scope, handle -> {
            Revisions revisions = Revisions.lock(handle);
            List<UUID> securities = last.keySet().stream()
                    .map(key -> key.security().value())
                    .distinct()
                    .toList();
            SecurityVersions.requireKnown(handle, universe, securities);
            Map<Key, Announcement> known = inForce(handle, securities);
            List<Announcement> changed = last.entrySet().stream()
                    .filter(offered -> !same(offered.getValue(), Optional.ofNullable(known.get(offered.getKey()))))
                    .map(Map.Entry::getValue)
                    .toList();
            if (changed.isEmpty()) {
                return new RecordedAnnouncements(announcements.size(), 0, Optional.empty());
            }
            long revision = revisions.nextNumber();
            revisions.add(revision, universe, scope, source, Revisions.hash(changed.toString()));
            insert(handle, revision, changed);
            return new RecordedAnnouncements(announcements.size(), changed.size(), Optional.of(revision));
        });
    }

    /** One that was never announced and is taken back is nothing new. */
    private static boolean same(Announcement offered, Optional<Announcement> known) {
        return known.map(offered::sameAs).orElse(!offered.inForce());
    }

    private static Map<Key, Announcement> inForce(Handle handle, List<UUID> securities) {
        return handle
                .createQuery(IN_FORCE)
                .bindArray("securities", UUID.class, securities)
                .map((row, context) -> EventRow.read(row))
                .stream()
                .collect(Collectors.toMap(announcement -> Key.of(announcement.event()), announcement -> announcement));
    }

    private static void insert(Handle handle, long revision, List<Announcement> changed) {
        PreparedBatch rows = handle.prepareBatch("insert into corporate_events (revision, " + EventRow.COLUMNS
                + ") values (:revision, " + EventRow.PARAMETERS + ")");
        for (Announcement announcement : changed) {
            EventRow.bind(rows, announcement);
            rows.bind("revision", revision).add();
        }
        rows.execute();
    }

    /** What two versions of one event have in common. */
    private record Key(SecurityId security, Class<?> kind, LocalDate date, String label) {
        static Key of(CorporateEvent event) {
            return new Key(event.security(), event.getClass(), event.date(), event.label());
        }
    }
}
