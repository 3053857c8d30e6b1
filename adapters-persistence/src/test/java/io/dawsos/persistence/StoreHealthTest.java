package io.dawsos.persistence;

import static io.dawsos.persistence.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path temporary;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop_callers() {
        callers.shutdownNow();
    }

    @Test
    void a_busy_pool_is_saturated_but_not_lost() throws Exception {
        EmbeddedPostgres server = TestDatabase.server();
        try (TestStore store = TestStore.open(server, server.port(), 5, PATIENCE)) {
            StoreHealth health = store.port(StoreHealth.class);
            Await.until("the monitor holds its connection", () -> health.state().idleConnections() > 0);
            CountDownLatch taken = new CountDownLatch(4);
            CountDownLatch release = new CountDownLatch(1);
            List<Future<?>> holders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                holders.add(hold(store, taken, release));
            }
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();

            assertUnavailable(store, Cause.SATURATED);
            StoreHealth.State state = health.state();
            assertThat(state.available()).isTrue();
            assertThat(state.activeConnections()).isEqualTo(4);
            assertThat(state.maximumConnections()).isEqualTo(5);

            release.countDown();
            for (Future<?> holder : holders) {
                holder.get(60, TimeUnit.SECONDS);
            }
            assertThat(store.port(Portfolios.class).list(SYSTEM)).isEmpty();
        }
    }

    private Future<?> hold(TestStore store, CountDownLatch taken, CountDownLatch release) {
        return callers.submit(() -> store.port(MarketData.class).record(SYSTEM, Universe.REAL, "test", sink -> {
            taken.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Test
    void a_stopped_server_is_lost_with_a_reason_and_comes_back_by_itself() throws Exception {
        openTheWay();
        EmbeddedPostgres first = EmbeddedPostgres.start(temporary.resolve("home"));
        try (LoopbackProxy way = new LoopbackProxy(first.port())) {
            TestStore store = TestStore.open(first, way.port(), 4, PATIENCE);
            StoreHealth health = store.port(StoreHealth.class);
            AtomicInteger recoveries = new AtomicInteger();
            health.onRecovery(recoveries::incrementAndGet);
            first.close();
            Await.until("the loss is seen", () -> !health.state().available());
            assertThat(health.state().reason())
                    .hasValueSatisfying(reason -> assertThat(reason).startsWith("database lost: "));
            assertUnavailable(store, Cause.LOST);
            assertThat(recoveries).hasValue(0);

            try (EmbeddedPostgres second = EmbeddedPostgres.start(temporary.resolve("home"))) {
                way.retarget(second.port());
                Await.until("the recovery is seen", () -> health.state().available());
                assertThat(health.state().reason()).isEmpty();
                assertThat(store.port(Portfolios.class).list(SYSTEM)).isEmpty();
                Await.until("the recovery's action has run", () -> recoveries.get() == 1);
                store.closePool();
                assertUnavailable(store, Cause.LOST);
            }
        }
    }

    @Test
    void a_killed_server_comes_back_by_itself() throws Exception {
        openTheWay();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(temporary.resolve("home"))) {
            TestStore store = TestStore.open(server, server.port(), 4, PATIENCE);
            StoreHealth health = store.port(StoreHealth.class);
            CountDownLatch recovered = new CountDownLatch(1);
            health.onRecovery(recovered::countDown);
            new ProcessBuilder("kill", "-KILL", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            assertThat(recovered.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(health.state().available()).isTrue();
            assertThat(store.port(Portfolios.class).list(SYSTEM)).isEmpty();
            store.closePool();
        }
    }

    @Test
    void silence_in_between_is_a_loss_and_cuts_off_who_waits_for_an_answer() throws Exception {
        EmbeddedPostgres server = TestDatabase.server();
        try (LoopbackProxy way = new LoopbackProxy(server.port());
                TestStore store = TestStore.open(server, way.port(), 4, PATIENCE)) {
            StoreHealth health = store.port(StoreHealth.class);
            CountDownLatch recovered = new CountDownLatch(1);
            health.onRecovery(recovered::countDown);
            try (Connection other = store.connection();
                    Statement statement = other.createStatement()) {
                statement.execute("begin");
                statement.execute("select pg_advisory_xact_lock(" + 0x4461_7773_4f53L + ")");
                Future<?> waiting =
                        callers.submit(() -> store.port(Securities.class).describe(SYSTEM, List.of()));
                Await.until("a caller waits in the server", () -> waits(store));
                way.fallSilent();
                // The socket itself would be patient for 15 s.
                assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                StoreUnavailableException.class,
                                e -> assertThat(e.reason()).isEqualTo(Cause.LOST));
            }
            assertThat(health.state().available()).isFalse();
            assertUnavailable(store, Cause.LOST);
            way.speakAgain();
            assertThat(recovered.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(store.port(Portfolios.class).list(SYSTEM)).isEmpty();
        }
    }

    @Test
    void one_broken_connection_is_no_lost_database_for_long() throws Exception {
        EmbeddedPostgres server = TestDatabase.server();
        try (TestStore store = TestStore.open(server, server.port(), 4, PATIENCE)) {
            StoreHealth health = store.port(StoreHealth.class);
            CountDownLatch recovered = new CountDownLatch(1);
            health.onRecovery(recovered::countDown);
            assertThat(store.sql("select pg_terminate_backend(pid) from pg_stat_activity where query = 'select 1'"
                            + " and application_name = 'dawsos'"))
                    .isNotEmpty();
            assertThat(recovered.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(health.state().available()).isTrue();
        }
    }

    private static boolean waits(TestStore store) {
        try {
            return !store.sql("select 1 from pg_locks where locktype = 'advisory' and not granted")
                    .isEmpty();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void openTheWay() {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
    }

    private static void assertUnavailable(TestStore store, Cause cause) {
        assertThatThrownBy(() -> store.port(Portfolios.class).list(SYSTEM))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(cause));
    }
}
