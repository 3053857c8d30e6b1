package io.dawsos.application.pattern;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An agent with capabilities of every kind and shape, for tests of the language. */
public final class TestAgent {

    private TestAgent() {}

    /** A kind of security. */
    public enum Kind {
        EQUITY,
        BOND
    }

    /** Arguments of {@code test.find}. */
    public record Asked(UUID portfolioId, Optional<Integer> days) {}

    /** Its result. */
    public record Found(
            String name,
            Kind kind,
            LocalDate asOf,
            boolean large,
            List<String> rows,
            Optional<String> note,
            BigDecimal price,
            double weight,
            Figure<BigDecimal> yield,
            Map<String, BigDecimal> cash) {}

    /** Arguments of {@code test.count}. */
    public record Counted(List<String> rows) {}

    /** The result of counting capabilities. */
    public record Count(int count) {}

    /** Limits of {@code test.mix}. */
    public record Limits(BigDecimal most, Optional<Integer> least) {}

    /** Arguments of {@code test.mix}: one of every shape. */
    public record Mixed(
            Optional<String> text,
            Optional<Long> whole,
            Optional<Double> share,
            Optional<BigDecimal> exact,
            Optional<Kind> kind,
            Optional<LocalDate> date,
            Optional<List<BigDecimal>> numbers,
            Optional<Map<String, Double>> weights,
            Optional<Limits> limits,
            Optional<Boolean> flag) {}

    /** What {@code test.mix} was given. */
    public record Echo(String text) {}

    /** Arguments of {@code test.fail}: how. */
    public record How(String how) {}

    /** A compiler that knows the agent. */
    public static PatternCompiler compiler() {
        return new PatternCompiler(runtime(), ExecutionLimits.standard());
    }

    /** A runtime with the agent. */
    public static AgentRuntime runtime() {
        return new AgentRuntime(Set.of(agent()), new AlwaysThere(), Clock.systemUTC(), UUID::randomUUID);
    }

    /** The agent. */
    public static Agent agent() {
        return new Agent(
                new AgentName("tester"),
                "",
                List.of(
                        Capability.pure("test.find", "", Asked.class, Found.class, (context, asked) -> made(found())),
                        Capability.pure(
                                "test.count",
                                "",
                                Counted.class,
                                Count.class,
                                (context, counted) ->
                                        made(new Count(counted.rows().size()))),
                        Capability.pure(
                                "test.mix",
                                "",
                                Mixed.class,
                                Echo.class,
                                (context, mixed) -> made(new Echo(mixed.toString()))),
                        Capability.pure("test.fail", "", How.class, Count.class, (context, how) -> fail(how.how())),
                        Capability.external(
                                "test.ask",
                                "",
                                Counted.class,
                                Count.class,
                                (context, counted) -> made(new Count(1)),
                                Set.of("busy")),
                        Capability.write(
                                "test.write",
                                "",
                                Counted.class,
                                Count.class,
                                (context, counted) -> made(new Count(1)))));
    }

    private static Found found() {
        return new Found(
                "x",
                Kind.EQUITY,
                LocalDate.of(2026, 11, 25),
                true,
                List.of("a", "b"),
                Optional.empty(),
                new BigDecimal("10.50"),
                0.1,
                Figure.missing(new Unavailable("price_missing", "no price of X", "import prices")),
                Map.of("USD", BigDecimal.ONE));
    }

    private static Outcome<Count> fail(String how) {
        return switch (how) {
            case "unavailable" ->
                Outcome.unavailable(new Unavailable("price_missing", "no price of X", "import prices"));
            case "bug" -> throw new IllegalStateException("a bug");
            default -> made(new Count(how.length()));
        };
    }

    private static <R extends Record> Outcome<R> made(R value) {
        return Outcome.available(value, new Provenance(List.of(), Optional.empty(), "test", 1, false));
    }

    private static final class AlwaysThere implements StoreHealth {
        @Override
        public State state() {
            return new State(true, Instant.EPOCH, Optional.empty(), 0, 0, 0, 0);
        }

        @Override
        public void onRecovery(Runnable action) {}
    }
}
