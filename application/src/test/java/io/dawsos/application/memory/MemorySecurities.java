package io.dawsos.application.memory;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SymbolTakenException;
import io.dawsos.domain.ledger.Universe;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The security master in memory. */
final class MemorySecurities implements Securities {

    private final MemoryStore store;

    @Inject
    MemorySecurities(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Security> bySymbol(Universe universe, Collection<String> symbols) {
        return list(universe).stream()
                .filter(security -> symbols.contains(security.symbol()))
                .collect(Collectors.toUnmodifiableMap(Security::symbol, security -> security));
    }

    @Override
    public List<Security> list(Universe universe) {
        synchronized (store) {
            return store.securities.values().stream()
                    .map(versions -> versions.lastEntry().getValue())
                    .filter(security -> security.universe() == universe)
                    .sorted(Comparator.comparing(Security::symbol))
                    .toList();
        }
    }

    @Override
    public int describe(AccessScope scope, Collection<Security> securities) {
        synchronized (store) {
            int stored = 0;
            for (Map.Entry<Universe, List<Security>> offered : securities.stream()
                    .collect(Collectors.groupingBy(Security::universe))
                    .entrySet()) {
                List<Security> changed = changed(store, offered.getValue());
                if (!changed.isEmpty()) {
                    put(store, changed, store.addRevision(offered.getKey(), changed.toString()));
                }
                stored += changed.size();
            }
            return stored;
        }
    }

    static List<Security> changed(MemoryStore store, Collection<Security> offered) {
        for (Security security : offered) {
            boolean taken = store.securities.values().stream()
                    .map(versions -> versions.lastEntry().getValue())
                    .anyMatch(known -> known.universe() == security.universe()
                            && known.symbol().equals(security.symbol())
                            && !known.id().equals(security.id()));
            NavigableMap<Long, Security> versions = store.securities.get(security.id());
            boolean moved = versions != null
                    && !versions.lastEntry().getValue().currency().equals(security.currency());
            if (taken) {
                throw new SymbolTakenException(security.symbol());
            }
            if (moved) {
                throw new IllegalArgumentException("the currency of " + security.symbol() + " is another");
            }
        }
        return offered.stream()
                .filter(security -> {
                    NavigableMap<Long, Security> versions = store.securities.get(security.id());
                    return versions == null || !versions.lastEntry().getValue().equals(security);
                })
                .toList();
    }

    static void put(MemoryStore store, List<Security> changed, long revision) {
        changed.forEach(security -> store.securities
                .computeIfAbsent(security.id(), key -> new TreeMap<>())
                .put(revision, security));
    }
}
