package io.dawsos.application.memory;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPack;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Announced corporate events in memory. */
final class MemoryCorporateEvents implements CorporateEvents {

    private final MemoryStore store;

    @Inject
    MemoryCorporateEvents(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<ListedEvent> between(PricingPack pack, LocalDate from, LocalDate to, Deadline deadline) {
        deadline.check();
        synchronized (store) {
            return store.events.values().stream()
                    .flatMap(versions -> Stream.ofNullable(versions.floorEntry(pack.cut())))
                    .map(Map.Entry::getValue)
                    .filter(Announcement::inForce)
                    .map(Announcement::event)
                    .filter(event ->
                            !event.date().isBefore(from) && !event.date().isAfter(to))
                    .flatMap(event ->
                            described(event.security(), pack)
                                    .map(security -> new ListedEvent(security, event))
                                    .stream())
                    .sorted(Comparator.comparing(
                                    (ListedEvent listed) -> listed.event().date())
                            .thenComparing(listed -> listed.security().symbol())
                            .thenComparing(listed -> kind(listed.event()))
                            .thenComparing(listed -> listed.event().label()))
                    .toList();
        }
    }

    @Override
    public List<ListedEvent> between(
            PricingPack pack, Set<SecurityId> securities, LocalDate from, LocalDate to, Deadline deadline) {
        return between(pack, from, to, deadline).stream()
                .filter(listed -> securities.contains(listed.event().security()))
                .toList();
    }

    private Optional<Security> described(SecurityId id, PricingPack pack) {
        return Optional.ofNullable(store.securities.get(id))
                .map(versions -> versions.floorEntry(pack.cut()))
                .map(Map.Entry::getValue)
                .filter(security -> security.universe() == pack.universe());
    }

    private static int kind(CorporateEvent event) {
        return event instanceof CorporateEvent.Dividend ? 0 : event instanceof CorporateEvent.Earnings ? 1 : 2;
    }

    @Override
    public RecordedAnnouncements record(
            AccessScope scope, Universe universe, String source, Collection<Announcement> announcements) {
        Map<List<Object>, Announcement> last = new LinkedHashMap<>();
        announcements.forEach(announcement -> last.put(key(announcement.event()), announcement));
        synchronized (store) {
            last.values()
                    .forEach(announcement -> requireKnown(announcement.event().security(), universe));
            last.entrySet()
                    .removeIf(offered -> Optional.ofNullable(store.events.get(offered.getKey()))
                            .map(versions -> versions.lastEntry().getValue().sameAs(offered.getValue()))
                            .orElse(!offered.getValue().inForce()));
            if (last.isEmpty()) {
                return new RecordedAnnouncements(announcements.size(), 0, Optional.empty());
            }
            long revision = store.addRevision(universe, last.toString());
            last.forEach((key, announcement) ->
                    store.events.computeIfAbsent(key, absent -> new TreeMap<>()).put(revision, announcement));
            return new RecordedAnnouncements(announcements.size(), last.size(), Optional.of(revision));
        }
    }

    private void requireKnown(SecurityId id, Universe universe) {
        if (Optional.ofNullable(store.securities.get(id))
                .filter(versions -> versions.lastEntry().getValue().universe() == universe)
                .isEmpty()) {
            throw new IllegalArgumentException(id + " is no security of the " + universe.label() + " universe");
        }
    }

    private static List<Object> key(CorporateEvent event) {
        return List.of(event.security(), event.getClass(), event.date(), event.label());
    }
}
