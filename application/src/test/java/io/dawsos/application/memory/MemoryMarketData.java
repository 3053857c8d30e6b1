package io.dawsos.application.memory;

import io.dawsos.application.memory.MemoryStore.Versions;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.ObservationSink;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.SliceRequest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Market data in memory. */
final class MemoryMarketData implements MarketData {

    private final MemoryStore store;

    @Inject
    MemoryMarketData(MemoryStore store) {
        this.store = store;
    }

    @Override
    public MarketSlice slice(PricingPack pack, SliceRequest request, Deadline deadline) {
        deadline.check();
        synchronized (store) {
            Map<SecurityId, Security> described = new HashMap<>();
            request.securities()
                    .forEach(id -> Optional.ofNullable(store.securities.get(id))
                            .map(versions -> versions.floorEntry(pack.cut()))
                            .map(Map.Entry::getValue)
                            .filter(security -> security.universe() == pack.universe())
                            .ifPresent(security -> described.put(id, security)));
            return new MarketSlice(
                    pack,
                    described,
                    series(request.securities(), store.prices::get, pack, request),
                    series(request.pairs(), store.rates.getOrDefault(pack.universe(), Map.of())::get, pack, request),
                    series(request.series(), store.macro.getOrDefault(pack.universe(), Map.of())::get, pack, request));
        }
    }

    @Override
    public List<Security> withSymbols(PricingPack pack, Set<String> symbols, Deadline deadline) {
        return under(pack, security -> symbols.contains(security.symbol()), deadline);
    }

    @Override
    public List<Security> ofSector(PricingPack pack, String sector, Deadline deadline) {
        return under(pack, security -> security.sector().equals(Optional.of(sector)), deadline);
    }

    private List<Security> under(PricingPack pack, Predicate<Security> wanted, Deadline deadline) {
        deadline.check();
        synchronized (store) {
            return store.securities.values().stream()
                    .flatMap(versions -> Optional.ofNullable(versions.floorEntry(pack.cut())).stream())
                    .map(Map.Entry::getValue)
                    .filter(security -> security.universe() == pack.universe())
                    .filter(wanted)
                    .sorted(Comparator.comparing(Security::symbol))
                    .toList();
        }
    }

    private static <S> Map<S, ObservationSeries> series(
            Collection<S> subjects, Function<S, Versions> versions, PricingPack pack, SliceRequest request) {
        Map<S, ObservationSeries> found = new HashMap<>();
        for (S subject : subjects) {
            Optional.ofNullable(versions.apply(subject))
                    .map(values -> read(values, pack, request))
                    .filter(series -> series.size() > 0)
                    .ifPresent(series -> found.put(subject, series));
        }
        return found;
    }

    private static ObservationSeries read(Versions versions, PricingPack pack, SliceRequest request) {
        LocalDate to = request.to().isAfter(pack.asOf()) ? pack.asOf() : request.to();
        TreeMap<LocalDate, BigDecimal> visible = new TreeMap<>();
        versions.headMap(to, true)
                .forEach((date, values) -> Optional.ofNullable(values.floorEntry(pack.cut()))
                        .ifPresent(value -> visible.put(date, value.getValue())));
        LocalDate first = Optional.ofNullable(visible.lowerKey(request.from())).orElse(request.from());
        ObservationSeries.Builder builder = new ObservationSeries.Builder(visible.size());
        visible.tailMap(first, true).forEach(builder::add);
        return builder.build();
    }

    @Override
    public RecordedBatch record(AccessScope scope, Universe universe, String source, ObservationFeed feed) {
        Batch batch = new Batch();
        feed.pushTo(batch);
        synchronized (store) {
            List<Security> changed = MemorySecurities.changed(store, batch.securities);
            batch.prices.forEach((id, values) -> dropEqual(store.prices.get(id), values));
            Map<CurrencyPair, Versions> rates = store.rates.computeIfAbsent(universe, key -> new HashMap<>());
            batch.rates.forEach((pair, values) -> dropEqual(rates.get(pair), values));
            Map<String, Versions> macro = store.macro.computeIfAbsent(universe, key -> new HashMap<>());
            batch.macro.forEach((series, values) -> dropEqual(macro.get(series), values));
            long stored = batch.left();
            if (stored == 0 && changed.isEmpty()) {
                return new RecordedBatch(batch.offered, 0, Optional.empty(), batch.newest);
            }
            long revision = store.addRevision(universe, batch.toString());
            MemorySecurities.put(store, changed, revision);
            batch.prices.forEach((id, values) -> put(store.prices, id, values, revision));
            batch.rates.forEach((pair, values) -> put(rates, pair, values, revision));
            batch.macro.forEach((series, values) -> put(macro, series, values, revision));
            return new RecordedBatch(batch.offered, stored, Optional.of(revision), batch.newest);
        }
    }

    @org.jspecify.annotations.NullUnmarked
    private static void dropEqual(Versions known, Map<LocalDate, BigDecimal> values) {
        if (known != null) {
            values.entrySet()
                    .removeIf(value -> known.containsKey(value.getKey())
                            && known.get(value.getKey()).lastEntry().getValue().compareTo(value.getValue()) == 0);
        }
    }

    private static <S> void put(Map<S, Versions> all, S subject, Map<LocalDate, BigDecimal> values, long revision) {
        Versions versions = all.computeIfAbsent(subject, key -> new Versions());
        values.forEach((date, value) ->
                versions.computeIfAbsent(date, key -> new TreeMap<>()).put(revision, value));
    }

    private static final class Batch implements ObservationSink {
        private final List<Security> securities = new ArrayList<>();
        private final Map<SecurityId, Map<LocalDate, BigDecimal>> prices = new TreeMap<>();
        private final Map<CurrencyPair, Map<LocalDate, BigDecimal>> rates = new TreeMap<>();
        private final Map<String, Map<LocalDate, BigDecimal>> macro = new TreeMap<>();
        private long offered;
        private Optional<LocalDate> newest = Optional.empty();

        @Override
        public void security(Security security) {
            securities.add(security);
        }

        @Override
        public void price(SecurityId security, LocalDate date, BigDecimal close) {
            seen(date);
            offered++;
            prices.computeIfAbsent(security, key -> new TreeMap<>()).put(date, close);
        }

        @Override
        public void rate(CurrencyPair pair, LocalDate date, BigDecimal rate) {
            seen(date);
            offered++;
            rates.computeIfAbsent(pair, key -> new TreeMap<>()).put(date, rate);
        }

        @Override
        public void macro(String series, LocalDate date, BigDecimal value) {
            offered++;
            macro.computeIfAbsent(series, key -> new TreeMap<>()).put(date, value);
        }

        private void seen(LocalDate date) {
            newest = newest.filter(known -> known.isAfter(date)).or(() -> Optional.of(date));
        }

        private long left() {
            return java.util.stream.Stream.of(prices, rates, macro)
                    .flatMap(map -> map.values().stream())
                    .mapToLong(Map::size)
                    .sum();
        }

        @Override
        public String toString() {
            return securities + "\n" + prices + "\n" + rates + "\n" + macro;
        }
    }
}
