package io.dawsos.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.SliceRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The time that a caller has left is the time that the database works for it. */
class DeadlineTest {

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** So many milliseconds from the first look on. */
    private record Left(long remainingMillis) implements Deadline {
        @Override
        public void check() {}
    }

    /** Holds a table for two seconds, on a connection of its own. */
    private static CompletableFuture<Void> hold(String table) {
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> {
            try {
                store.sql("begin; lock table " + table + " in access exclusive mode; select pg_sleep(2); commit");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        Await.until("the table is held", () -> locks(table, "granted") > 0);
        return held;
    }

    private static int locks(String table, String which) {
        try {
            return Integer.parseInt(store.sql("select count(*) from pg_locks where relation = '" + table
                            + "'::regclass and " + which + " and (mode = 'AccessExclusiveLock' or not granted)")
                    .get(0));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_read_of_a_ledger_is_cancelled_in_the_database_when_the_time_is_over() {
        Portfolio portfolio = Samples.portfolio(store, Samples.user(store), Universe.REAL);
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = store.port(Ledger.class);
        Transaction deposit = Samples.deposit("1.00");
        LedgerCommit commit = Samples.commit(portfolio, Optional.empty(), deposit);
        ledger.append(scope, portfolio.id(), commit, LedgerDigest.entries(portfolio.id(), commit, List.of(deposit)));
        CompletableFuture<Void> held = hold("ledger_entries");
        assertThatThrownBy(() -> ledger.entries(scope, portfolio.id(), commit.hash(), new Left(200)))
                .isInstanceOf(Deadline.CancelledException.class);
        assertThat(locks("ledger_entries", "not granted")).isZero();
        held.join();
        assertThat(ledger.entries(scope, portfolio.id(), commit.hash(), new Left(5_000)))
                .hasSize(1);
    }

    @Test
    void a_read_of_market_data_is_too() {
        store.port(MarketData.class)
                .record(
                        Samples.SYSTEM,
                        Universe.REAL,
                        "test",
                        sink -> sink.macro("DGS3MO", java.time.LocalDate.of(2026, 1, 2), java.math.BigDecimal.ONE));
        PricingPack pack = store.port(PricingPacks.class)
                .build(Universe.REAL, Optional.of(java.time.LocalDate.of(2026, 1, 2)))
                .orElseThrow();
        SliceRequest request = new SliceRequest(Set.of(), Set.of(), Set.of("DGS3MO"), pack.asOf(), pack.asOf());
        CompletableFuture<Void> held = hold("macro_observations");
        assertThatThrownBy(() -> store.port(MarketData.class).slice(pack, request, new Left(200)))
                .isInstanceOf(Deadline.CancelledException.class);
        assertThat(locks("macro_observations", "not granted")).isZero();
        held.join();
        assertThat(store.port(MarketData.class)
                        .slice(pack, request, Deadline.NEVER)
                        .macroOf("DGS3MO")
                        .size())
                .isEqualTo(1);
    }
}
