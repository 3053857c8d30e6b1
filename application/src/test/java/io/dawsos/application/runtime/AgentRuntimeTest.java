package io.dawsos.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import io.dawsos.domain.identity.AccessScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AgentRuntimeTest {

    record Nothing() {}

    record Answer(int value) {}

    private final TestClock clock = new TestClock();
    private final RecoveringStore store = new RecoveringStore();
    private Supplier<Outcome<Answer>> behaviour = () -> outcome(1);
    private final AgentRuntime runtime = runtime(agent("flaky", "flaky.answer", () -> behaviour.get()));

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class RecoveringStore implements StoreHealth {
        private final List<Runnable> actions = new ArrayList<>();
        private boolean available;

        @Override
        public State state() {
            return new State(available, Instant.EPOCH, Optional.empty(), 0, 0, 0, 0);
        }

        @Override
        public void onRecovery(Runnable action) {
            actions.add(action);
        }
    }

    private static final class NoDeadline implements Deadline {
        @Override
        public long remainingMillis() {
            return 1000;
        }

        @Override
        public void check() {}
    }

    private static Outcome<Answer> outcome(int value) {
        return Outcome.available(new Answer(value), new Provenance(List.of(), Optional.empty(), "test", 1, false));
    }

    private static Agent agent(String name, String capability, Supplier<Outcome<Answer>> behaviour) {
        return new Agent(
                new AgentName(name),
                "",
                List.of(Capability.pure(
                        capability, "", Nothing.class, Answer.class, (context, arguments) -> behaviour.get())));
    }

    private AgentRuntime runtime(Agent... agents) {
        return new AgentRuntime(Set.of(agents), store, clock, UUID::randomUUID);
    }

    private Outcome<?> call() {
        RequestContext context = new RequestContext(
                AccessScope.system("test"), "trace", Optional.empty(), Optional.empty(), new NoDeadline());
        return runtime.call(runtime.capability("flaky.answer").orElseThrow(), context, new Nothing());
    }

    private void failing(RuntimeException error) {
        behaviour = () -> {
            throw error;
        };
    }

    private String breaker() {
        return runtime.agents().get(0).breaker();
    }

    private void openTheBreaker() {
        failing(new StoreUnavailableException(Cause.LOST, "gone"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::call).isInstanceOf(RunRefusedException.class);
        }
        assertThat(breaker()).isEqualTo("open");
    }

    @Test
    void a_capability_that_is_claimed_twice_stops_the_start_and_names_both_agents() {
        assertThatThrownBy(() -> runtime(
                        agent("one", "same.name", () -> outcome(1)), agent("two", "same.name", () -> outcome(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one")
                .hasMessageContaining("two");
    }

    @Test
    void five_failures_of_the_store_in_a_row_open_the_breaker_and_say_since_when() {
        openTheBreaker();
        behaviour = () -> outcome(1);
        assertThatThrownBy(this::call).isInstanceOfSatisfying(RunRefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo("agent_circuit_open");
            assertThat(refused.getMessage()).contains("2026-11-25T10:00:00Z", "2026-11-25T10:01:00Z");
        });
    }

    @Test
    void an_open_breaker_lets_trial_calls_through_after_a_minute_and_closes() {
        openTheBreaker();
        behaviour = () -> outcome(1);
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        for (int i = 0; i < 3; i++) {
            assertThat(call()).isInstanceOf(Outcome.Available.class);
        }
        assertThat(breaker()).isEqualTo("closed");
    }

    @Test
    void the_recovery_of_the_store_closes_the_breaker_and_an_administrator_can() {
        openTheBreaker();
        store.actions.forEach(Runnable::run);
        assertThat(breaker()).isEqualTo("closed");
        openTheBreaker();
        assertThat(runtime.reset("flaky")).isTrue();
        assertThat(runtime.reset("nobody")).isFalse();
        assertThat(breaker()).isEqualTo("closed");
    }

    @Test
    void a_breaker_that_late_failures_opened_after_the_recovery_closes_when_the_store_has_settled() {
        openTheBreaker();
        store.available = true;
        behaviour = () -> outcome(1);
        assertThatThrownBy(this::call).isInstanceOf(RunRefusedException.class);
        clock.now = clock.now.plus(Duration.ofSeconds(3));
        assertThat(call()).isInstanceOf(Outcome.Available.class);
        assertThat(breaker()).isEqualTo("closed");
    }

    @Test
    void a_store_that_answers_too_slowly_keeps_the_breaker_open_for_its_minute() {
        store.available = true;
        failing(new StoreUnavailableException(Cause.TIMEOUT, "slow"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::call).isInstanceOf(RunRefusedException.class);
        }
        clock.now = clock.now.plus(Duration.ofSeconds(30));
        assertThatThrownBy(this::call).hasMessageContaining("switched off");
    }

    @Test
    void four_failures_and_a_success_leave_the_breaker_closed() {
        for (int round = 0; round < 5; round++) {
            failing(new StoreUnavailableException(Cause.LOST, "gone"));
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(this::call).isInstanceOf(RunRefusedException.class);
            }
            behaviour = () -> outcome(1);
            call();
        }
        assertThat(breaker()).isEqualTo("closed");
    }

    @Test
    void the_callers_mistakes_saturation_cancellation_and_bugs_never_open_it() {
        for (RuntimeException error : List.of(
                new InvalidArgumentException("x", "wrong", "right"),
                new StoreUnavailableException(Cause.SATURATED, "busy"),
                new Deadline.CancelledException("client_gone"))) {
            failing(error);
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(this::call).isInstanceOf(RuntimeException.class);
            }
        }
        failing(new NullPointerException("a bug"));
        for (int i = 0; i < 20; i++) {
            assertThat(call()).isInstanceOfSatisfying(Outcome.NotAvailable.class, missing -> {
                assertThat(missing.reason().code()).isEqualTo("internal_error");
                assertThat(missing.reason().message()).doesNotContain("a bug");
            });
        }
        assertThat(breaker()).isEqualTo("closed");
    }

    @Test
    void an_agent_whose_transport_fails_is_unavailable_and_then_switched_off_while_others_answer() {
        AtomicInteger calls = new AtomicInteger();
        AgentRuntime both = runtime(
                agent("dead", "dead.answer", () -> {
                    calls.incrementAndGet();
                    throw new UncheckedIOException(new IOException("connection refused"));
                }),
                agent("well", "well.answer", () -> outcome(7)));
        RequestContext context = new RequestContext(
                AccessScope.system("test"), "trace", Optional.empty(), Optional.empty(), new NoDeadline());
        for (int i = 0; i < 6; i++) {
            String code = i < 5 ? "transport_failed" : "agent_circuit_open";
            assertThat(both.call(both.capability("dead.answer").orElseThrow(), context, new Nothing()))
                    .isInstanceOfSatisfying(Outcome.NotAvailable.class, missing -> {
                        assertThat(missing.reason().code()).isEqualTo(code);
                    });
            assertThat(both.call(both.capability("well.answer").orElseThrow(), context, new Nothing()))
                    .isInstanceOf(Outcome.Available.class);
        }
        assertThat(calls).hasValue(5);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        assertThat(new AgentMetrics(both, meters)).isNotNull();
        assertThat(meters.get("dawsos.agent.breaker.open")
                        .tag("agent", "dead")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("dawsos.agent.breaker.open")
                        .tag("agent", "well")
                        .gauge()
                        .value())
                .isZero();
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        assertThat(both.call(both.capability("dead.answer").orElseThrow(), context, new Nothing()))
                .isInstanceOf(Outcome.NotAvailable.class);
        assertThat(calls).hasValue(6);
    }
}
