package io.dawsos.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.application.contract.Ports;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SymbolTakenException;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerRaceTest {

    private static final int WRITERS = 4;

    private static TestStore store;
    private static ExecutorService threads;

    @BeforeAll
    static void open() {
        store = TestStore.open();
        threads = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterAll
    static void close() {
        threads.shutdownNow();
        store.close();
    }

    @Test
    void of_commits_on_the_same_head_one_wins_and_the_losers_store_nothing() throws Exception {
        Portfolio portfolio = Samples.portfolio(store, Samples.user(store), Universe.REAL);
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = store.port(Ledger.class);
        for (int round = 0; round < 10; round++) {
            Optional<LedgerCommit> head = ledger.head(scope, portfolio.id());
            CyclicBarrier start = new CyclicBarrier(WRITERS);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 1; writer <= WRITERS; writer++) {
                Transaction deposit = Samples.deposit(writer + ".00");
                LedgerCommit commit = Samples.commit(portfolio, head, deposit);
                writers.add(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return ledger.append(
                            scope,
                            portfolio.id(),
                            commit,
                            LedgerDigest.entries(portfolio.id(), commit, List.of(deposit)));
                });
            }
            int winners = 0;
            for (Future<Boolean> written : threads.invokeAll(writers)) {
                winners += written.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        List<LedgerCommit> chain = ledger.commits(scope, portfolio.id());
        assertThat(chain).hasSize(10);
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).parent()).contains(chain.get(i - 1).hash());
        }
        assertThat(ledger.entries(scope, portfolio.id(), chain.get(9).hash())).hasSize(10);
        assertThat(store.sql(scope, "select count(*) from ledger_entries")).containsExactly("10");
    }

    @Test
    void a_commit_on_an_old_head_is_refused() {
        Portfolio portfolio = Samples.portfolio(store, Samples.user(store), Universe.REAL);
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = store.port(Ledger.class);
        LedgerCommit first = Samples.deposit(store, portfolio, "1.00");
        Samples.deposit(store, portfolio, "2.00");
        Transaction late = Samples.deposit("3.00");
        LedgerCommit commit = Samples.commit(portfolio, Optional.of(first), late);
        assertThat(ledger.append(
                        scope, portfolio.id(), commit, LedgerDigest.entries(portfolio.id(), commit, List.of(late))))
                .isFalse();
        assertThat(ledger.commits(scope, portfolio.id())).hasSize(2);
    }

    @Test
    void of_imports_that_register_one_symbol_at_once_one_wins_and_the_others_are_told() throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Portfolio portfolio = Samples.portfolio(store, Samples.user(store), Universe.REAL);
            Security fresh = Ports.security("RACE", "EUR", Universe.REAL);
            Transaction brought = new Transaction.TransferIn(
                    LocalDate.of(2026, 1, 2), fresh.id(), BigDecimal.TEN, Optional.empty(), "");
            LedgerCommit commit = Samples.commit(portfolio, Optional.empty(), brought);
            writers.add(() -> {
                start.await(30, TimeUnit.SECONDS);
                try {
                    return store.port(Ledger.class)
                            .append(
                                    AccessScope.of(portfolio.owner()),
                                    portfolio.id(),
                                    commit,
                                    LedgerDigest.entries(portfolio.id(), commit, List.of(brought)),
                                    List.of(fresh));
                } catch (SymbolTakenException e) {
                    return false;
                }
            });
        }
        int winners = 0;
        for (Future<Boolean> written : threads.invokeAll(writers)) {
            winners += written.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
    }
}
