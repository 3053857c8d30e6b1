package io.dawsos.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.ExecutionLimits;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.pattern.PatternSet;
import io.dawsos.application.pattern.TestAgent;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.identity.AccessScope;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps do: conditions, arguments, fallbacks, and what becomes of those that need one that gave nothing. */
class StepsTest {

    private static final String HEAD =
            "\"name\": \"\", \"description\": \"\", \"version\": \"1\", \"category\": \"\", ";
    private static final String FIND =
            "{\"capability\": \"test.find\", \"args\": {\"portfolio_id\": \"3f2b8c1e-5d6a-4f7b-9c0d-1e2f3a4b5c6d\"}, \"as\": \"found\"}";

    private final AgentRuntime runtime = TestAgent.runtime();
    private final PatternCompiler compiler = new PatternCompiler(runtime, ExecutionLimits.standard());

    private static String document(String id, String inputs, String steps, String outputs) {
        return "{\"id\": \"" + id + "\", " + HEAD + "\"inputs\": {" + inputs + "}, \"steps\": [" + steps
                + "], \"outputs\": [" + outputs + "]}";
    }

    private CompiledPattern compile(String inputs, String steps, String outputs) {
        var compilation =
                compiler.compile("p.json", document("p", inputs, steps, outputs).getBytes(StandardCharsets.UTF_8));
        return compilation
                .pattern()
                .orElseThrow(() -> new AssertionError(PatternCompiler.render(compilation.problems())));
    }

    private Execution run(CompiledPattern pattern, Map<String, Object> given) {
        ExecutionRequest request = new ExecutionRequest(
                new io.dawsos.domain.identity.UserId(new UUID(0, 1)),
                pattern.id(),
                given,
                false,
                Optional.empty(),
                Optional.empty());
        Map<String, Object> inputs = new TreeMap<>(RunInputs.read(pattern, request));
        RunDeadline deadline = new RunDeadline(Duration.ofSeconds(30));
        RunState state = new RunState(
                inputs,
                new RequestContext(AccessScope.system("test"), "t", Optional.empty(), Optional.empty(), deadline),
                pattern.steps().size());
        new Run(pattern, runtime, Runnable::run, state, deadline, RunListener.NONE)
                .start()
                .join();
        List<StepTrace> traces = IntStream.range(0, pattern.steps().size())
                .mapToObj(state::trace)
                .toList();
        return new Execution(
                new UUID(0, 2),
                pattern,
                inputs,
                new Pins(Optional.empty(), Optional.empty()),
                traces,
                Instant.EPOCH,
                1);
    }

    private static String statuses(Execution run) {
        return run.steps().stream().map(step -> step.status().label()).collect(Collectors.joining(" "));
    }

    private static Unavailable reason(StepTrace trace) {
        return ((Outcome.NotAvailable<?>) trace.outcome()).reason();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            found.rows.length > 0 | succeeded
            found.rows.length > 2 | skipped
            {{found.rows.length}} > 1 and found.large | succeeded
            not found.large | skipped
            not (found.large and found.name == 'y') | succeeded
            found.name == 'y' or found.name == 'x' and found.large | succeeded
            (found.name == 'y' or found.name == 'x') and not found.large | skipped
            found.name in ['x', 'y'] | succeeded
            found.name not in ['x', 'y'] | skipped
            'a' == 'a' or found.large | error
            found.name in found.rows | skipped
            found.kind == 'equity' | succeeded
            found.kind != 'EQUITY' | skipped
            found.as_of >= '2026-11-25' | succeeded
            found.as_of < '2026-11-25' | skipped
            found.price == 10.5 | succeeded
            found.weight == 0.1 | succeeded
            found.weight < found.price | succeeded
            found.note == null | succeeded
            found.note != null | skipped
            exists(found.note) | skipped
            exists(found.yield) | skipped
            found != null | succeeded
            found.yield > 0 | failed
            found.note == 'a' | failed
            exists(found.note) and found.note == 'a' | skipped
            not exists(found.yield) or found.yield > 0 | succeeded
            found.cash.USD == 1 | succeeded
            found.cash.EUR == 1 | failed
            exists(found.cash.EUR) | skipped
            inputs.days == 5 | succeeded
            inputs.days in [1, 2, 3] | skipped
            exists(inputs.word) | skipped
            """)
    void a_condition_runs_a_step_or_skips_it_and_fails_it_if_it_cant_be_decided(String condition, String outcome) {
        String steps =
                FIND + ", {\"capability\": \"test.count\", \"args\": {\"rows\": []}, \"as\": \"counted\", \"when\": \""
                        + condition + "\"}";
        String inputs = "\"days\": {\"type\": \"integer\", \"default\": 5}, \"word\": {\"type\": \"string\"}";
        if (outcome.equals("error")) {
            assertThatThrownBy(() -> compile(inputs, steps, "\"counted\"")).hasMessageContaining("constant_condition");
            return;
        }
        Execution run = run(compile(inputs, steps, "\"counted\""), Map.of());
        assertThat(statuses(run)).isEqualTo("succeeded " + outcome);
    }

    @Test
    void a_step_that_needs_a_skipped_one_is_skipped_and_one_that_may_do_without_is_not() {
        Execution run = run(
                compile(
                        "",
                        FIND
                                + ", {\"capability\": \"test.fail\", \"args\": {\"how\": \"x\"}, \"as\": \"a\", \"when\": \"not found.large\"}"
                                + ", {\"capability\": \"test.fail\", \"args\": {\"how\": \"n {{a.count}}\"}, \"as\": \"b\"}"
                                + ", {\"capability\": \"test.mix\", \"args\": {\"whole\": \"{{a.count}}\"}, \"as\": \"c\"}",
                        "\"b\", \"c\""),
                Map.of());
        assertThat(statuses(run)).isEqualTo("succeeded skipped skipped succeeded");
        assertThat(reason(run.steps().get(2)).message()).isEqualTo("b needs a, which was skipped");
        assertThat(run.status()).isEqualTo(Execution.Status.SUCCEEDED);
    }

    @Test
    void what_is_unavailable_is_passed_on_with_its_reason_and_degrades_the_run() {
        Execution run = run(
                compile(
                        "",
                        "{\"capability\": \"test.fail\", \"args\": {\"how\": \"unavailable\"}, \"as\": \"a\"}"
                                + ", {\"capability\": \"test.fail\", \"args\": {\"how\": \"n {{a.count}}\"}, \"as\": \"b\"}"
                                + ", {\"capability\": \"test.fail\", \"args\": {\"how\": \"fine\"}, \"as\": \"c\"}",
                        "\"b\", \"c\""),
                Map.of());
        assertThat(statuses(run)).isEqualTo("unavailable unavailable succeeded");
        assertThat(reason(run.steps().get(1)).code()).isEqualTo("price_missing");
        assertThat(reason(run.steps().get(1)).message()).isEqualTo("needs a.count: no price of X");
        assertThat(run.status()).isEqualTo(Execution.Status.DEGRADED);
    }

    @Test
    void a_bug_fails_its_step_and_the_run_if_nothing_else_is_asked_for() {
        String broken = "{\"capability\": \"test.fail\", \"args\": {\"how\": \"bug\"}, \"as\": \"a\"}";
        Execution alone = run(compile("", broken, "\"a\""), Map.of());
        assertThat(alone.status()).isEqualTo(Execution.Status.FAILED);
        Execution beside = run(compile("", FIND + ", " + broken, "\"found\", \"a\""), Map.of());
        assertThat(beside.status()).isEqualTo(Execution.Status.DEGRADED);
        String optional = broken.replace("\"as\"", "\"optional\": true, \"as\"");
        assertThat(run(compile("", FIND + ", " + optional, "\"found\", \"a\""), Map.of())
                        .status())
                .isEqualTo(Execution.Status.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"value": {"count": 42}} | 42
            {"capability": "test.count", "args": {"rows": ["x", "y"]}} | 2
            """)
    void a_fallback_stands_in_and_says_so(String fallback, int count) {
        Execution run = run(
                compile(
                        "",
                        "{\"capability\": \"test.fail\", \"args\": {\"how\": \"unavailable\"}, \"as\": \"a\", \"fallback\": "
                                + fallback + "}",
                        "\"a\""),
                Map.of());
        assertThat(run.output("a", TestAgent.Count.class).asOptional()).contains(new TestAgent.Count(count));
        assertThat(run.steps().get(0).fellBack()).isTrue();
        assertThat(run.status()).isEqualTo(Execution.Status.DEGRADED);
    }

    @Test
    void values_keep_their_types_and_texts_are_rendered_once() {
        Execution run = run(
                compile(
                        "\"word\": {\"type\": \"string\", \"required\": true}, \"n\": {\"type\": \"integer\", \"default\": 3},"
                                + " \"share\": {\"type\": \"number\", \"default\": 0.25}, \"kind\": {\"type\": \"enum\", \"enum\": [\"bond\"]},"
                                + " \"list\": {\"type\": \"array\", \"items\": {\"type\": \"decimal\"}},"
                                + " \"limits\": {\"type\": \"object\", \"fields\": {\"most\": {\"type\": \"integer\", \"required\": true}}}",
                        FIND + ", {\"capability\": \"test.mix\", \"as\": \"mixed\", \"args\": {"
                                + "\"text\": \"{{inputs.word}}/{{found.price}}/{{found.kind}}/{{found.as_of}}/{{found.weight}}\","
                                + "\"whole\": \"{{inputs.n}}\", \"share\": \"{{inputs.share}}\", \"exact\": \"{{inputs.n}}\","
                                + "\"kind\": \"{{inputs.kind}}\", \"date\": \"{{found.as_of}}\", \"numbers\": \"{{inputs.list}}\","
                                + "\"weights\": {\"a\": \"{{inputs.share}}\", \"b\": 1}, \"limits\": \"{{inputs.limits}}\", \"flag\": \"{{found.large}}\"}}",
                        "\"mixed\""),
                Map.of(
                        "word",
                        "{{found.name}}",
                        "kind",
                        "bond",
                        "list",
                        List.of(new BigDecimal("1.10"), BigDecimal.TEN),
                        "limits",
                        Map.of("most", BigDecimal.valueOf(9))));
        TestAgent.Mixed expected = new TestAgent.Mixed(
                Optional.of("{{found.name}}/10.5/equity/2026-11-25/0.1"),
                Optional.of(3L),
                Optional.of(0.25),
                Optional.of(BigDecimal.valueOf(3)),
                Optional.of(TestAgent.Kind.BOND),
                Optional.of(java.time.LocalDate.of(2026, 11, 25)),
                Optional.of(List.of(new BigDecimal("1.10"), BigDecimal.TEN)),
                Optional.of(new TreeMap<>(Map.of("a", 0.25, "b", 1.0))),
                Optional.of(new TestAgent.Limits(BigDecimal.valueOf(9), Optional.empty())),
                Optional.of(true));
        assertThat(run.output("mixed", TestAgent.Echo.class).asOptional().map(TestAgent.Echo::text))
                .contains(expected.toString());
    }

    private PatternSet set(String... documents) {
        Map<String, String> byId = new TreeMap<>();
        for (String document : documents) {
            byId.put(document.replaceFirst("(?s)^\\{\"id\": \"([a-z_]+)\".*", "$1"), document);
        }
        return PatternSet.compile(compiler, byId);
    }

    @Test
    void a_pattern_that_is_called_runs_inside_of_the_one_that_calls_it() {
        String inner = document(
                "inner",
                "\"words\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"max\": 2, \"required\": true},"
                        + " \"how\": {\"type\": \"string\", \"default\": \"four\"}",
                "{\"capability\": \"test.count\", \"args\": {\"rows\": \"{{inputs.words}}\"}, \"as\": \"counted\"},"
                        + "{\"capability\": \"test.fail\", \"args\": {\"how\": \"{{inputs.how}}\"}, \"as\": \"other\", \"when\": \"counted.count > 1\"}",
                "\"counted\", \"other\"");
        String outer = document(
                "outer",
                "",
                FIND
                        + ", {\"pattern\": \"inner\", \"version\": \"1\", \"args\": {\"words\": \"{{found.rows}}\"}, \"as\": \"in\", \"when\": \"found.large\"},"
                        + "{\"capability\": \"test.fail\", \"args\": {\"how\": \"{{in.counted.count}}{{in.other.count}}\"}, \"as\": \"last\"}",
                "\"in\", \"last\"");
        PatternSet set = set(inner, outer);
        assertThat(set.errors()).isEmpty();
        CompiledPattern pattern = set.find("outer").orElseThrow();
        assertThat(pattern.depth()).isEqualTo(2);
        assertThat(pattern.includes()).extracting(CompiledPattern.Version::id).containsExactly("inner");
        Execution run = run(pattern, Map.of());
        assertThat(run.steps().stream().map(step -> step.step().name()))
                .containsExactly("found", "in/counted", "in/other", "last");
        assertThat(statuses(run)).isEqualTo("succeeded succeeded succeeded succeeded");
        assertThat(run.output("in/other", TestAgent.Count.class).asOptional()).contains(new TestAgent.Count(4));
        assertThat(run.output("last", TestAgent.Count.class).asOptional()).contains(new TestAgent.Count(2));

        CompiledPattern never = set(inner, outer.replace("\"found.large\"", "\"not found.large\""))
                .find("outer")
                .orElseThrow();
        assertThat(statuses(run(never, Map.of()))).isEqualTo("succeeded skipped skipped skipped");

        CompiledPattern tooMany = set(inner.replace("\"max\": 2", "\"max\": 1"), outer)
                .find("outer")
                .orElseThrow();
        Execution refused = run(tooMany, Map.of());
        assertThat(statuses(refused)).isEqualTo("succeeded failed failed failed");
        assertThat(reason(refused.steps().get(1)).message()).contains("1 or less items");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            "version": "1", "args": {"words": ["x"]}|"args": {"words": ["x"]}|missing_member
            "version": "1", "args"|"version": "2", "args"|wrong_version
            {"words": ["x"]}|{"wrods": ["x"]}|unknown_argument
            {"words": ["x"]}|{"words": ["x", "y", "z"]}|mistyped_argument
            {"words": ["x"]}|{"words": "{{inputs.n}}"}|mistyped_argument
            "pattern": "inner"|"pattern": "outer"|pattern_cycle
            "pattern": "inner"|"pattern": "iner"|unknown_pattern
            "as": "in"|"as": "in", "timeout_ms": 5|not_on_pattern
            {{in.counted.count}}|{{in.conted.count}}|unknown_field
            {{in.counted.count}}|{{in}}|bad_template
            """)
    void mistakes_in_calling_a_pattern_are_found(String written, String instead, String code) {
        String inner = document(
                "inner",
                "\"words\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"max\": 2, \"required\": true}",
                "{\"capability\": \"test.count\", \"args\": {\"rows\": \"{{inputs.words}}\"}, \"as\": \"counted\"}",
                "\"counted\"");
        String outer = document(
                "outer",
                "\"n\": {\"type\": \"integer\", \"default\": 1}",
                "{\"pattern\": \"inner\", \"version\": \"1\", \"args\": {\"words\": [\"x\"]}, \"as\": \"in\"},"
                        + "{\"capability\": \"test.fail\", \"args\": {\"how\": \"{{in.counted.count}} {{inputs.n}}\"}, \"as\": \"last\"}",
                "\"last\"");
        assertThat(set(inner, outer).errors()).isEmpty();
        assertThat(set(inner, outer.replace(written, instead)).errors())
                .extracting(problem -> problem.code())
                .contains(code);
    }

    @Test
    void a_broken_pattern_breaks_those_that_call_it_and_calls_nest_five_deep() {
        String inner = document("inner", "", "{\"capability\": \"test.cont\", \"as\": \"a\"}", "\"a\"");
        String outer = document("outer", "", "{\"pattern\": \"inner\", \"version\": \"1\", \"as\": \"in\"}", "\"in\"");
        assertThat(set(inner, outer).errors())
                .extracting(problem -> problem.file() + " " + problem.code())
                .contains("inner.json unknown_capability", "outer.json broken_pattern");
        String[] chain = new String[7];
        chain[0] = document("a", "", FIND, "\"found\"");
        for (int i = 1; i < chain.length; i++) {
            chain[i] = document(
                    Character.toString('a' + i),
                    "",
                    "{\"pattern\": \"" + Character.toString('a' + i - 1) + "\", \"version\": \"1\", \"as\": \"in\"}",
                    "\"in\"");
        }
        assertThat(set(chain).errors())
                .extracting(problem -> problem.file() + " " + problem.code())
                .contains("f.json too_deep")
                .doesNotContain("e.json too_deep");
        CompiledPattern deepest = set(chain).find("e").orElseThrow();
        assertThat(statuses(run(deepest, Map.of()))).isEqualTo("succeeded");
        assertThat(run(deepest, Map.of()).steps().get(0).step().name()).isEqualTo("in/in/in/in/found");
    }
}
