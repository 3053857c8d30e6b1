package io.dawsos.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.pattern.PatternProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCompilerTest {

    record Asked(UUID portfolioId, Optional<Integer> days) {}

    record Found(String name, List<String> rows, Optional<String> note) {}

    record Counted(List<String> rows) {}

    record Count(int count) {}

    private static final String GOOD = """
            {"id": "p", "name": "P", "description": "d", "version": "1", "category": "c",
             "inputs": {"portfolio_id": {"type": "uuid", "required": true},
                        "days": {"type": "integer", "default": 5, "min": 2}},
             "steps": [
              {"capability": "test.find", "args": {"portfolio_id": "{{inputs.portfolio_id}}", "days": "{{inputs.days}}"}, "as": "found"},
              {"capability": "test.count", "args": {"rows": "{{found.rows}}"}, "as": "counted"}],
             "outputs": ["found", "counted"]}
            """;

    private final PatternCompiler compiler = new PatternCompiler(new AgentRuntime(
            Set.of(new Agent(
                    new AgentName("tester"),
                    "",
                    List.of(
                            Capability.pure(
                                    "test.find",
                                    "",
                                    Asked.class,
                                    Found.class,
                                    (context, asked) -> Outcome.available(
                                            new Found("x", List.of(), Optional.empty()), provenance())),
                            Capability.pure(
                                    "test.count",
                                    "",
                                    Counted.class,
                                    Count.class,
                                    (context, counted) -> Outcome.available(
                                            new Count(counted.rows().size()), provenance()))))),
            new AlwaysThere(),
            Clock.systemUTC(),
            UUID::randomUUID));

    private static Provenance provenance() {
        return new Provenance(List.of(), Optional.empty(), "test", 1, false);
    }

    private static final class AlwaysThere implements StoreHealth {
        @Override
        public State state() {
            return new State(true, Instant.EPOCH, Optional.empty(), 0, 0, 0, 0);
        }

        @Override
        public void onRecovery(Runnable action) {}
    }

    @Test
    void a_right_document_compiles_without_problems() {
        var compilation = compiler.compile("p.json", GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(compilation.problems()).isEmpty();
        CompiledPattern pattern = compilation.pattern().orElseThrow();
        assertThat(pattern.steps().get(1).waitsFor()).containsExactly(0);
        assertThat(pattern.needsPortfolio()).isTrue();
    }

    /** What is written, what stands there instead, the finding, its line, and the name that was meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', nullValues = "-", textBlock = """
            "test.find"|"test.fnd"|unknown_capability|5|test.find
            "test.count"|7|schema|6|-
            {{found.rows}}|{{found.row}}|unknown_field|6|rows
            {{found.rows}}|{{found.name}}|mistyped_argument|6|-
            {{found.rows}}|{{fond.rows}}|unknown_step|6|found
            {{found.rows}}|{{found.rows.x}}|unknown_field|6|-
            {{found.rows}}|{{inputs}}|bad_template|6|-
            {{found.rows}}|rows: {{found.rows}}|bad_template|6|-
            {{inputs.days}}|{{inputs.day}}|unknown_input|5|days
            {{inputs.days}}|{{ctx.as_off}}|unknown_context_field|5|as_of
            {{inputs.days}}|{{inputs.portfolio_id}}|mistyped_argument|5|-
            "{{inputs.days}}"|"five"|mistyped_argument|5|-
            "portfolio_id": "{{inputs|"portfolio": "{{inputs|unknown_argument|5|portfolio_id
            "as": "counted"|"as": "found"|duplicate_name|6|-
            "as": "counted"|"as": "ctx"|shadowed_name|6|-
            "as": "counted"|"is": "counted"|missing_member|6|-
            "found", "counted"|"found", "conted"|unmade_output|7|counted
            "default": 5|"default": 1|bad_default|3|-
            "default": 5|"default": "x"|bad_default|3|-
            "type": "integer"|"type": "intger"|unknown_type|3|integer
            "name": "P"|"nam": "P"|unknown_member|1|name
            "name": "P",||missing_member|1|-
            "version": "1"|"version": 1|schema|1|-
            "outputs"|"outputs" "x"|syntax|7|-
            """)
    void each_mistake_is_found_at_its_place(
            String written,
            @org.jspecify.annotations.Nullable String instead,
            String code,
            int line,
            @org.jspecify.annotations.Nullable String nearest) {
        String broken = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(written),
                java.util.regex.Matcher.quoteReplacement(
                        Optional.ofNullable(instead).orElse("")));
        assertThat(broken).isNotEqualTo(GOOD);
        var compilation = compiler.compile("p.json", broken.getBytes(StandardCharsets.UTF_8));
        assertThat(compilation.pattern()).isEmpty();
        assertThat(compilation.problems())
                .as(PatternCompiler.render(compilation.problems()))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.severity()).isEqualTo(PatternProblem.Severity.ERROR);
                    assertThat(problem.nearest()).isEqualTo(Optional.ofNullable(nearest));
                });
    }
}
