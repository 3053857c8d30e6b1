package io.dawsos.application.memory;

import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pricing packs in memory. */
final class MemoryPricingPacks implements PricingPacks {

    private final MemoryStore store;

    @Inject
    MemoryPricingPacks(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<PricingPack> build(Universe universe, Optional<LocalDate> asOf) {
        synchronized (store) {
            Optional<LocalDate> date = asOf.or(() -> newestDate(universe));
            Optional<Map.Entry<Long, String>> revision = store.newestRevision(universe);
            if (date.isEmpty() || revision.isEmpty()) {
                return Optional.empty();
            }
            PricingPack pack = PricingPack.of(
                    universe,
                    date.get(),
                    revision.get().getKey(),
                    revision.get().getValue());
            store.packs.putIfAbsent(pack.id(), pack);
            return Optional.of(pack);
        }
    }

    private Optional<LocalDate> newestDate(Universe universe) {
        Stream<LocalDate> prices = store.prices.entrySet().stream()
                .filter(entry -> Optional.ofNullable(store.securities.get(entry.getKey()))
                        .filter(versions -> versions.lastEntry().getValue().universe() == universe)
                        .isPresent())
                .map(entry -> entry.getValue().lastKey());
        Stream<LocalDate> rates =
                store.rates.getOrDefault(universe, Map.of()).values().stream().map(versions -> versions.lastKey());
        return Stream.concat(prices, rates).max(Comparator.naturalOrder());
    }

    @Override
    public Optional<PricingPack> find(PackId id) {
        synchronized (store) {
            return Optional.ofNullable(store.packs.get(id));
        }
    }

    @Override
    public Optional<PackState> state(PackId id) {
        return find(id).flatMap(pack -> list(pack.universe(), Integer.MAX_VALUE).stream()
                .filter(state -> state.pack().id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<PricingPack> newest(Universe universe) {
        return list(universe, 1).stream().map(PackState::pack).findFirst();
    }

    @Override
    public List<PackState> list(Universe universe, int limit) {
        synchronized (store) {
            List<PricingPack> all = store.packs.values().stream()
                    .filter(pack -> pack.universe() == universe)
                    .sorted(Comparator.comparing(PricingPack::asOf)
                            .thenComparing(PricingPack::cut)
                            .reversed())
                    .toList();
            return all.stream()
                    .limit(limit)
                    .map(pack -> new PackState(
                            pack,
                            all.stream()
                                    .anyMatch(other -> other.asOf().equals(pack.asOf()) && other.cut() > pack.cut())))
                    .toList();
        }
    }
}
