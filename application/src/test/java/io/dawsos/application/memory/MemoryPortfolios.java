package io.dawsos.application.memory;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Portfolios in memory. */
final class MemoryPortfolios implements Portfolios {

    private final MemoryStore store;

    @Inject
    MemoryPortfolios(MemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean add(AccessScope scope, Portfolio portfolio) {
        synchronized (store) {
            boolean taken = store.portfolios.values().stream()
                    .anyMatch(known -> known.owner().equals(portfolio.owner())
                            && known.name().equals(portfolio.name()));
            return !taken && store.portfolios.putIfAbsent(portfolio.id(), portfolio) == null;
        }
    }

    @Override
    public Optional<Portfolio> find(AccessScope scope, PortfolioId id) {
        synchronized (store) {
            return store.portfolio(scope, id);
        }
    }

    @Override
    public List<Portfolio> list(AccessScope scope) {
        synchronized (store) {
            return store.list(scope);
        }
    }
}
