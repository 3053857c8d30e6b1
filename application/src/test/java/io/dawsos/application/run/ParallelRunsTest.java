package io.dawsos.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.ExecutionLimits;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.pattern.Step;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.identity.AccessScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelRunsTest {

    record Asked(int number, Optional<Integer> left, Optional<Integer> right) {}

    record Sum(int value) {}

    private final AtomicInteger calls = new AtomicInteger();

    private final AgentRuntime runtime = Guice.createInjector(new InMemoryModule(), new AbstractModule() {
                @Override
                protected void configure() {
                    bind(AgentRuntime.class);
                    bind(Clock.class).toInstance(Clock.systemUTC());
                    bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
                }

                @ProvidesIntoSet
                Agent agent() {
                    return new Agent(
                            new AgentName("adder"),
                            "",
                            List.of(Capability.pure(
                                    "test.add", "", Asked.class, Sum.class, ParallelRunsTest.this::add)));
                }
            })
            .getInstance(AgentRuntime.class);

    private Outcome<Sum> add(RequestContext context, Asked asked) {
        calls.incrementAndGet();
        if (asked.number() < 0) {
            throw new StoreUnavailableException(StoreUnavailableException.Cause.SATURATED, "busy");
        }
        if (asked.number() == 777) {
            // Long enough for other threads to come to the same call.
            IntStream.range(0, 20_000).forEach(i -> Thread.onSpinWait());
        }
        if (asked.number() == 666) {
            return Outcome.unavailable(new Unavailable("price_missing", "no price of X", "import prices"));
        }
        return Outcome.available(
                new Sum(asked.number() + asked.left().orElse(0) + asked.right().orElse(0)),
                new Provenance(List.of(), Optional.empty(), "test", 1, false));
    }

    /** A ladder of diamonds: each step adds its number to the two before it. */
    private CompiledPattern ladder(int steps, int special, String extra) {
        StringBuilder document = new StringBuilder(
                "{\"id\":\"p\",\"name\":\"P\",\"description\":\"\",\"version\":\"1\",\"category\":\"\",\"steps\":[");
        for (int i = 0; i < steps; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("{\"capability\":\"test.add\",\"as\":\"s")
                    .append(i)
                    .append("\",\"args\":{\"number\":")
                    .append(i == 3 ? special : i + 1);
            if (i > 1) {
                int rung = i / 2 * 2 - 2;
                document.append(",\"left\":\"{{s").append(rung).append(".value}}\"");
                document.append(",\"right\":\"{{s").append(rung + 1).append(".value}}\"");
            }
            document.append("}").append(i == 3 ? extra : "}");
        }
        document.append("],\"outputs\":[\"s").append(steps - 1).append("\"]}");
        var compilation = new PatternCompiler(runtime, ExecutionLimits.standard())
                .compile("p.json", document.toString().getBytes(StandardCharsets.UTF_8));
        return compilation
                .pattern()
                .orElseThrow(() -> new AssertionError(PatternCompiler.render(compilation.problems())));
    }

    private List<StepTrace> run(CompiledPattern pattern, Executor executor) {
        RunDeadline deadline = new RunDeadline(Duration.ofSeconds(30));
        RequestContext context =
                new RequestContext(AccessScope.system("test"), "trace", Optional.empty(), Optional.empty(), deadline);
        RunState state = new RunState(Map.of(), context, pattern.steps().size());
        new Run(pattern, runtime, executor, state, deadline, RunListener.NONE)
                .start()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        return IntStream.range(0, pattern.steps().size()).mapToObj(state::trace).toList();
    }

    private static List<Outcome<?>> outcomes(List<StepTrace> traces) {
        return traces.stream().<Outcome<?>>map(StepTrace::outcome).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void parallel_and_sequential_runs_have_the_same_outcomes_in_file_order(int threads) {
        CompiledPattern pattern = ladder(20, 4, "}");
        List<Outcome<?>> sequential = outcomes(run(pattern, Runnable::run));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < 50; i++) {
                List<StepTrace> traces = run(pattern, executor);
                assertThat(outcomes(traces)).isEqualTo(sequential);
                assertThat(traces.stream().map(StepTrace::step).map(Step::name))
                        .isEqualTo(pattern.steps().stream().map(Step::name).toList());
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void two_hundred_runs_at_once_end_on_an_executor_of_one_thread_with_a_full_queue() {
        CompiledPattern pattern = ladder(20, 4, "}");
        List<Outcome<?>> expected = outcomes(run(pattern, Runnable::run));
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2));
        ExecutorService callers = Executors.newFixedThreadPool(200);
        try {
            List<CompletableFuture<List<Outcome<?>>>> runs = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                runs.add(CompletableFuture.supplyAsync(() -> outcomes(run(pattern, one)), callers));
            }
            for (CompletableFuture<List<Outcome<?>>> run : runs) {
                assertThat(run.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(expected);
            }
        } finally {
            callers.shutdown();
            one.shutdown();
        }
    }

    @Test
    void a_step_that_is_unavailable_takes_what_needs_it_along_and_leaves_the_rest() {
        List<StepTrace> traces = run(ladder(4, 666, "}"), Runnable::run);
        assertThat(traces.get(3).outcome()).isInstanceOf(Outcome.NotAvailable.class);
        assertThat(traces.get(2).outcome()).isInstanceOf(Outcome.Available.class);
    }

    @Test
    void saturation_refuses_the_run_unless_the_step_is_optional() {
        assertThatThrownBy(() -> run(ladder(4, -1, "}"), Runnable::run)).hasCauseInstanceOf(RunRefusedException.class);
        assertThat(run(ladder(4, -1, ",\"optional\":true}"), Runnable::run)
                        .get(3)
                        .outcome())
                .isInstanceOf(Outcome.NotAvailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void the_same_capability_with_the_same_arguments_runs_once_in_one_run(int threads) {
        StringBuilder document = new StringBuilder(
                "{\"id\":\"p\",\"name\":\"P\",\"description\":\"\",\"version\":\"1\",\"category\":\"\",\"steps\":[");
        for (int i = 0; i < 12; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("{\"capability\":\"test.add\",\"as\":\"s" + i + "\",\"args\":{\"number\":777}}");
        }
        document.append("],\"outputs\":[\"s11\"]}");
        CompiledPattern pattern = new PatternCompiler(runtime, ExecutionLimits.standard())
                .compile("p.json", document.toString().getBytes(StandardCharsets.UTF_8))
                .pattern()
                .orElseThrow();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < 50; i++) {
                calls.set(0);
                assertThat(outcomes(run(pattern, executor)))
                        .hasSize(12)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Available.class));
                assertThat(calls).hasValue(1);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void a_run_whose_time_is_over_stops() {
        RunDeadline over = new RunDeadline(Duration.ZERO);
        assertThatThrownBy(over::check).isInstanceOf(Deadline.CancelledException.class);
    }
}
