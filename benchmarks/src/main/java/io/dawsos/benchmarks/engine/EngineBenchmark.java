package io.dawsos.benchmarks.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.google.inject.util.Modules;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.application.pattern.PatternArchive;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.pattern.PatternSet;
import io.dawsos.application.run.Answer;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.bootstrap.wiring.ApplicationModule;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole executions of patterns whose capabilities do nothing: pinning, steps with breaker and bulkhead, answer, hash, trace and log
 * entry, without the result cache; and compiling.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {

    private static final UserId USER = new UserId(new UUID(0, 1));

    /** Arguments of the no-op. */
    public record Asked(int number, Optional<Integer> left, Optional<Integer> right) {}

    /** Its result. */
    public record Given(int value) {}

    private final PatternOrchestrator orchestrator;
    private final PatternCompiler compiler;
    private final byte[] diamond;
    private final Map<String, String> thousand;

    /** Wires the application over ports in memory. */
    public EngineBenchmark() {
        Injector injector = Guice.createInjector(
                Modules.override(new InMemoryModule())
                        .with(binder -> binder.bind(ExecutionLog.class).toInstance(new Forgetful())),
                new ApplicationModule(ExecutionSettings.standard().withoutCache(), (Executor) Runnable::run),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(Clock.systemUTC());
                        bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
                        bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(EngineBenchmark::identity);
                        bind(io.dawsos.application.imports.TableReader.class).toInstance((content, header, rows) -> {});
                    }

                    @ProvidesIntoSet
                    Agent nothing() {
                        Provenance source = new Provenance(List.of(), Optional.empty(), "none", 1, false);
                        return new Agent(
                                new AgentName("nothing"),
                                "Does nothing.",
                                List.of(Capability.pure(
                                        "none.give",
                                        "Gives its number back.",
                                        Asked.class,
                                        Given.class,
                                        (context, asked) -> Outcome.available(new Given(asked.number()), source))));
                    }
                });
        orchestrator = injector.getInstance(PatternOrchestrator.class);
        compiler = injector.getInstance(PatternCompiler.class);
        PatternArchive archive = injector.getInstance(PatternArchive.class);
        for (String document : List.of(chain("one", 1), chain("five", 5), diamond("diamond", 20))) {
            archive.save(AccessScope.of(USER), document.split("\"", 5)[3], document);
        }
        diamond = diamond("diamond", 20).getBytes(StandardCharsets.UTF_8);
        thousand = IntStream.range(0, 1000)
                .boxed()
                .collect(Collectors.toMap(i -> "p" + i, i -> diamond("p" + i, 20), (a, b) -> a, TreeMap::new));
    }

    /** A log that keeps nothing, so that a long measurement is not one of a heap that fills. */
    private static final class Forgetful implements ExecutionLog {
        @Override
        public void append(AccessScope scope, List<ExecutionRecord> records) {}

        @Override
        public Optional<ExecutionRecord> find(AccessScope scope, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<ExecutionRecord> page(AccessScope scope, Filter filter, Optional<Position> before, int limit) {
            return List.of();
        }
    }

    /** A random identity without the cost of a secure one, which is not the engine's. */
    private static UUID identity() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String document(String id, String steps, String output) {
        return "{\"id\": \"" + id
                + "\", \"name\": \"\", \"description\": \"\", \"version\": \"1\", \"category\": \"\", \"steps\": ["
                + steps + "], \"outputs\": [\"" + output + "\"]}";
    }

    private static String step(int number, String more) {
        return "{\"capability\": \"none.give\", \"as\": \"s" + number + "\", \"args\": {\"number\": " + number + more
                + "}}";
    }

    private static String chain(String id, int length) {
        return document(
                id,
                IntStream.range(0, length)
                        .mapToObj(i -> step(i, i == 0 ? "" : ", \"left\": \"{{s" + (i - 1) + ".value}}\""))
                        .collect(Collectors.joining(",")),
                "s" + (length - 1));
    }

    /** Each step from the third on reads the two before it. */
    private static String diamond(String id, int length) {
        return document(
                id,
                IntStream.range(0, length)
                        .mapToObj(i -> step(
                                i,
                                i < 2
                                        ? ""
                                        : ", \"left\": \"{{s" + (i - 1) + ".value}}\", \"right\": \"{{s" + (i - 2)
                                                + ".value}}\""))
                        .collect(Collectors.joining(",")),
                "s" + (length - 1));
    }

    private Answer run(String pattern) {
        return orchestrator.answer(
                new ExecutionRequest(USER, pattern, Map.of(), false, Optional.empty(), Optional.empty()), View.OUTPUTS);
    }

    /** One step. */
    @Benchmark
    public Answer oneStep() {
        return run("one");
    }

    /** Five steps in a chain. */
    @Benchmark
    public Answer fiveSteps() {
        return run("five");
    }

    /** Twenty steps in diamonds, inline. */
    @Benchmark
    public Answer diamondOfTwenty() {
        return run("diamond");
    }

    /** Compiling twenty steps. */
    @Benchmark
    public Object compileTwentySteps() {
        return compiler.compile("diamond.json", diamond);
    }

    /** Loading a thousand patterns of twenty steps. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object loadThousandPatterns() {
        return PatternSet.compile(compiler, thousand);
    }
}
