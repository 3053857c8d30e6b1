package io.dawsos.application.memory;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Security;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Ledgers in memory. */
final class MemoryLedger implements Ledger {

    private final MemoryStore store;

    @Inject
    MemoryLedger(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<LedgerCommit> head(AccessScope scope, PortfolioId portfolio) {
        List<LedgerCommit> chain = commits(scope, portfolio);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    @Override
    public List<LedgerCommit> commits(AccessScope scope, PortfolioId portfolio) {
        synchronized (store) {
            return store.portfolio(scope, portfolio).isEmpty()
                    ? List.of()
                    : List.copyOf(store.commits.getOrDefault(portfolio, List.of()));
        }
    }

    @Override
    public List<LedgerEntry> entries(AccessScope scope, PortfolioId portfolio, LedgerHash head, Deadline deadline) {
        deadline.check();
        synchronized (store) {
            return commits(scope, portfolio).stream()
                    .filter(commit -> commit.hash().equals(head))
                    .findFirst()
                    .map(commit -> List.copyOf(store.entries
                            .getOrDefault(portfolio, List.of())
                            .subList(0, Math.toIntExact(commit.firstEntry() + commit.entryCount()))))
                    .orElse(List.of());
        }
    }

    @Override
    public boolean append(
            AccessScope scope,
            PortfolioId portfolio,
            LedgerCommit commit,
            List<LedgerEntry> entries,
            Collection<Security> newSecurities) {
        synchronized (store) {
            if (store.portfolio(scope, portfolio).isEmpty()) {
                throw new PortfolioNotFoundException(portfolio);
            }
            if (!head(scope, portfolio).map(LedgerCommit::hash).equals(commit.parent())) {
                return false;
            }
            if (!newSecurities.isEmpty()) {
                new MemorySecurities(store).describe(scope, newSecurities);
            }
            store.commits.computeIfAbsent(portfolio, key -> new ArrayList<>()).add(commit);
            store.entries.computeIfAbsent(portfolio, key -> new ArrayList<>()).addAll(entries);
            return true;
        }
    }
}
