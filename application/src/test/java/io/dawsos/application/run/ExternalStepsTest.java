package io.dawsos.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.ExecutionLimits;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.identity.AccessScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retries, timeouts and cancellation. */
class ExternalStepsTest {

    record Asked(String code) {}

    record Answered(int attempt) {}

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final AgentRuntime runtime = new AgentRuntime(
            Set.of(new Agent(
                    new AgentName("outside"),
                    "",
                    List.of(
                            Capability.external(
                                    "out.ask", "", Asked.class, Answered.class, this::ask, Set.of("provider_busy")),
                            Capability.pure("in.loop", "", Asked.class, Answered.class, this::loop)))),
            new Present(),
            Clock.systemUTC(),
            UUID::randomUUID);

    private static final class Present implements StoreHealth {
        @Override
        public State state() {
            return new State(true, Instant.EPOCH, Optional.empty(), 0, 0, 0, 0);
        }

        @Override
        public void onRecovery(Runnable action) {}
    }

    /** Answers at the third attempt, or never comes back. */
    private Outcome<Answered> ask(RequestContext context, Asked asked) {
        int attempt = attempts.incrementAndGet();
        if (asked.code().equals("hang")) {
            began.countDown();
            await(release);
        }
        return attempt < 3 ? Outcome.unavailable(new Unavailable(asked.code(), "not now", "wait")) : made(attempt);
    }

    /** Works until it is told to stop. */
    private Outcome<Answered> loop(RequestContext context, Asked asked) {
        began.countDown();
        while (true) {
            attempts.incrementAndGet();
            context.deadline().check();
            Thread.onSpinWait();
        }
    }

    private static Outcome<Answered> made(int attempt) {
        return Outcome.available(new Answered(attempt), new Provenance(List.of(), Optional.empty(), "test", 1, false));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        release.countDown();
        one.shutdown();
    }

    private StepTrace run(String capability, String code, String policy, RunDeadline deadline) {
        String document =
                "{\"id\": \"p\", \"name\": \"\", \"description\": \"\", \"version\": \"1\", \"category\": \"\","
                        + " \"steps\": [{\"capability\": \"" + capability + "\", \"args\": {\"code\": \"" + code
                        + "\"}, \"as\": \"a\"" + policy + "}], \"outputs\": [\"a\"]}";
        CompiledPattern pattern = new PatternCompiler(runtime, ExecutionLimits.standard())
                .compile("p.json", document.getBytes(StandardCharsets.UTF_8))
                .pattern()
                .orElseThrow();
        RunState state = new RunState(
                Map.of(),
                new RequestContext(AccessScope.system("test"), "t", Optional.empty(), Optional.empty(), deadline),
                1);
        new Run(pattern, runtime, one, state, deadline, RunListener.NONE)
                .start()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return state.trace(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            provider_busy|, "retry": {"attempts": 3, "backoff_ms": 1}|SUCCEEDED|3
            provider_busy|, "retry": {"attempts": 2, "backoff_ms": 1}|UNAVAILABLE|2
            provider_busy|, "optional": true|UNAVAILABLE|1
            not_found|, "retry": {"attempts": 3, "backoff_ms": 1}|UNAVAILABLE|1
            provider_busy|, "retry": {"attempts": 3, "backoff_ms": 60000, "max_backoff_ms": 60000}|UNAVAILABLE|1
            """)
    void only_what_may_pass_is_tried_again_and_only_within_the_deadline(
            String code, String policy, StepStatus status, int made) {
        StepTrace trace = run("out.ask", code, policy, new RunDeadline(Duration.ofSeconds(30)));
        assertThat(trace.status()).isEqualTo(status);
        assertThat(trace.attempts()).isEqualTo(made);
        assertThat(attempts).hasValue(made);
    }

    @Test
    void a_call_that_does_not_come_back_is_given_up_after_its_timeout() {
        StepTrace trace = run("out.ask", "hang", ", \"timeout_ms\": 50", new RunDeadline(Duration.ofSeconds(30)));
        assertThat(trace.status()).isEqualTo(StepStatus.UNAVAILABLE);
        assertThat(((Outcome.NotAvailable<?>) trace.outcome()).reason().code()).isEqualTo("step_timeout");
    }

    @Test
    void a_step_that_computes_too_long_stops_at_its_timeout() {
        StepTrace trace = run("in.loop", "x", ", \"timeout_ms\": 50", new RunDeadline(Duration.ofSeconds(30)));
        assertThat(((Outcome.NotAvailable<?>) trace.outcome()).reason().code()).isEqualTo("step_timeout");
    }

    @Test
    void a_run_that_is_cancelled_really_stops() throws InterruptedException {
        RunDeadline deadline = new RunDeadline(Duration.ofSeconds(30));
        Thread canceller = new Thread(() -> {
            await(began);
            deadline.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> run("in.loop", "x", "", deadline))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Deadline.CancelledException.class);
        canceller.join();
        int loops = attempts.get();
        assertThat(loops).isPositive();
        assertThat(attempts).hasValue(loops);
    }
}
