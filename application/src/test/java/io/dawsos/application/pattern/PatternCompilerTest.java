package io.dawsos.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternProblem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCompilerTest {

    static final String GOOD = """
            {"id": "p", "name": "P", "description": "d", "version": "1", "category": "c",
             "inputs": {"portfolio_id": {"type": "uuid", "required": true},
                        "days": {"type": "integer", "default": 5, "min": 2},
                        "word": {"type": "string", "pattern": "[a-z]+", "default": "abc"},
                        "kind": {"type": "enum", "enum": ["equity", "bond"]},
                        "limits": {"type": "object", "fields": {"most": {"type": "decimal", "default": 7}, "least": {"type": "integer"}}}},
             "steps": [
              {"capability": "test.find", "args": {"portfolio_id": "{{inputs.portfolio_id}}", "days": "{{inputs.days}}"}, "as": "found"},
              {"capability": "test.count", "args": {"rows": "{{found.rows}}"}, "as": "counted", "when": "found.rows.length > 0", "timeout_ms": 500},
              {"capability": "test.mix", "args": {"text": "{{inputs.word}} of {{found.name}}", "exact": "{{found.price}}", "kind": "{{inputs.kind}}",
                 "numbers": [1, "{{inputs.days}}"], "limits": "{{inputs.limits}}", "weights": {"a": 0.5}}, "as": "mixed", "after": ["counted"], "optional": true},
              {"capability": "test.ask", "args": {"rows": ["x"]}, "as": "asked", "retry": {"attempts": 3}, "fallback": {"value": {"count": 0}}}],
             "outputs": ["found", "counted", "mixed", "asked"],
             "presentation": {"strip": [{"value": "{{found.price}}"}]}}
            """;

    private final PatternCompiler compiler = TestAgent.compiler();

    @Test
    void a_right_document_compiles_without_problems() {
        var compilation = compiler.compile("p.json", GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(compilation.problems()).isEmpty();
        CompiledPattern pattern = compilation.pattern().orElseThrow();
        assertThat(pattern.steps().get(1).waitsFor()).containsExactly(0);
        assertThat(pattern.steps().get(2).waitsFor()).containsExactlyInAnyOrder(0, 1);
        assertThat(pattern.restsOn(pattern.outputs().get(1))).containsExactly(0, 1);
        assertThat(pattern.needsPortfolio()).isTrue();
        assertThat(pattern.pure()).isFalse();
        assertThat(pattern.writes()).isFalse();
    }

    /** What is written, what stands there instead, the finding, its line, the column of its value (0: not looked at), what was meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', nullValues = "-", textBlock = """
            "test.find"|"test.fnd"|unknown_capability|8|18|test.find
            "test.count"|7|schema|9|18|-
            "capability": "test.count", |-|missing_member|9|3|-
            "capability": "test.count"|"capability": "test.count", "pattern": "q"|missing_member|9|3|-
            "capability": "test.count"|"pattern": "q"|unknown_pattern|9|15|-
            {{found.rows}}|{{found.row}}|unknown_field|9|49|rows
            {{found.rows}}|{{found.name}}|mistyped_argument|9|49|-
            {{found.rows}}|{{fond.rows}}|unknown_step|9|49|found
            {{found.rows}}|{{mixed.text}}|unknown_step|9|49|-
            {{found.rows}}|{{found.rows.x}}|unknown_field|9|49|-
            {{found.rows}}|{{found.rows.length}}|mistyped_argument|9|49|-
            {{found.rows}}|{{inputs}}|bad_template|9|49|-
            {{found.rows}}|{{ctx}}|bad_template|9|49|-
            {{found.rows}}|rows: {{found.name}}|bad_template|9|49|-
            "{{found.rows}}"|["a", 1]|mistyped_argument|9|55|-
            "{{found.rows}}"|{"a": "b"}|mistyped_argument|9|49|-
            "{{found.rows}}"|null|missing_argument|9|3|-
            {{inputs.days}}"}, "as": "found"|{{inputs.day}}"}, "as": "found"|unknown_input|8|0|days
            "days": "{{inputs.days}}"|"days": "{{ctx.as_off}}"|unknown_context_field|8|0|as_of
            "days": "{{inputs.days}}"|"days": "{{inputs.portfolio_id}}"|mistyped_argument|8|0|-
            "days": "{{inputs.days}}"|"days": "five"|mistyped_argument|8|0|-
            "days": "{{inputs.days}}"|"days": 1.5|mistyped_argument|8|0|-
            "days": "{{inputs.days}}"|"days": 99999999999|mistyped_argument|8|0|-
            "portfolio_id": "{{inputs|"portfolio": "{{inputs|unknown_argument|8|0|portfolio_id
            "portfolio_id": "{{inputs.portfolio_id}}", |-|missing_argument|8|3|-
            "{{inputs.word}} of {{found.name}}"|"{{inputs.word}} of {{found.rows}}"|mistyped_argument|10|47|-
            "{{inputs.word}} of {{found.name}}"|"{{inputs.word of {{found.name}}"|bad_template|10|47|-
            "{{inputs.word}} of {{found.name}}"|"{{inputs.word}} of {{found name}}"|bad_template|10|47|-
            "exact": "{{found.price}}"|"exact": "{{found.weight}}"|mistyped_argument|10|0|-
            "kind": "{{inputs.kind}}"|"kind": "{{inputs.word}}"|mistyped_argument|10|0|-
            "kind": "{{inputs.kind}}"|"kind": "stock"|mistyped_argument|10|0|-
            "kind": "{{inputs.kind}}"|"kind": "bond", "date": "2026-02-30"|mistyped_argument|10|0|-
            [1, "{{inputs.days}}"]|[1, "{{inputs.word}}"]|mistyped_argument|11|0|-
            {"a": 0.5}|{"a": "half"}|mistyped_argument|11|0|-
            "limits": "{{inputs.limits}}"|"limits": {"most": 1, "lest": 2}|unknown_argument|11|0|least
            "limits": "{{inputs.limits}}"|"limits": {"least": 2}|missing_argument|11|0|-
            "most": {"type": "decimal", "default": 7}|"most": {"type": "string", "default": "7"}|mistyped_argument|11|0|-
            "fields": {"most": {"type": "decimal", "default": 7}|"fields": {"top": {"type": "decimal", "default": 7}|mistyped_argument|11|0|-
            "limits": "{{inputs.limits}}"|"limits": {"most": "{{inputs.limits.mosts}}"}|unknown_field|11|0|most
            "as": "counted"|"as": "found"|duplicate_name|9|0|-
            "as": "counted"|"as": "ctx"|shadowed_name|9|0|-
            "as": "counted"|"as": "Counted 1"|bad_name|9|0|-
            "as": "counted"|"is": "counted"|missing_member|9|3|-
            "when": "found|"wen": "found|unknown_member|9|0|when
            "when": "found.rows.length > 0"|"when": "found.rows.length > 0", "condition": "true"|duplicate_condition|9|3|-
            "when": "found.rows.length > 0"|"when": "found.rows.length >"|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "found.rows.length > 0 found"|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "(found.large"|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "found.rows.length # 0"|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "exists(7)"|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": ""|bad_condition|9|0|-
            "when": "found.rows.length > 0"|"when": 7|schema|9|0|-
            "when": "found.rows.length > 0"|"when": "found.row.length > 0"|unknown_field|9|0|rows
            "when": "found.rows.length > 0"|"when": "counted.count > 0"|unknown_step|9|0|-
            "when": "found.rows.length > 0"|"when": "found.name > 'a'"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.price == 'a'"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.price == found.name"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.as_of > '25.11.2026'"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.kind == 'equty'"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.name"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found == 1"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.rows in ['a']"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.price in found.rows"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.name in [1, 2]"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "found.name < null"|mistyped_comparison|9|0|-
            "when": "found.rows.length > 0"|"when": "true"|constant_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "1 == 1"|constant_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "exists(inputs.days)"|constant_condition|9|0|-
            "when": "found.rows.length > 0"|"when": "inputs.portfolio_id != null"|constant_condition|9|0|-
            "timeout_ms": 500|"timeout_ms": 31000|timeout_over_deadline|9|0|-
            "timeout_ms": 500|"timeout_ms": 0|schema|9|0|-
            "timeout_ms": 500|"timeout_ms": 500, "retry": {"attempts": 2}|not_retryable|9|0|-
            "test.ask"|"test.write"|write_with_retry|12|0|-
            "attempts": 3|"attempts": 1|schema|12|0|-
            "attempts": 3|"tries": 3|missing_member|12|0|-
            "attempts": 3|"attempts": 3, "tries": 3|unknown_member|12|0|-
            {"value": {"count": 0}}|{"value": {"count": "none"}}|mistyped_argument|12|0|-
            {"value": {"count": 0}}|{"value": {"count": "{{inputs.days}}"}}|bad_fallback|12|0|-
            {"value": {"count": 0}}|{"value": {}}|missing_argument|12|0|-
            {"value": {"count": 0}}|{}|missing_member|12|0|-
            {"value": {"count": 0}}|{"capability": "test.cont", "args": {"rows": []}}|unknown_capability|12|0|test.count
            {"value": {"count": 0}}|{"capability": "test.mix"}|mistyped_fallback|12|0|-
            {"value": {"count": 0}}|{"capability": "test.count"}|missing_argument|12|0|-
            "after": ["counted"]|"after": ["cunted"]|unknown_step|11|0|counted
            "after": ["counted"]|"after": "counted"|schema|11|0|-
            "optional": true|"optional": "yes"|schema|11|0|-
            "found", "counted"|"found", "conted"|unmade_output|13|23|counted
            "found", "counted"|"found", "found"|duplicate_output|13|23|-
            "found", "counted"|"found", 7|schema|13|23|-
            "strip": [{"value": "{{found.price}}"}]|"strip": "{{found.prise}}"|unknown_field|14|0|price
            "strip": [{"value": "{{found.price}}"}]|"strip": "{{nothing.price}}"|unknown_step|14|0|-
            "default": 5|"default": 1|bad_default|3|0|-
            "default": 5|"default": "x"|bad_default|3|0|-
            "default": "abc"|"default": "ABC"|bad_default|4|0|-
            "[a-z]+"|"[a-z"|bad_pattern|4|0|-
            "enum": ["equity", "bond"]|"min": 1|missing_member|5|0|-
            "min": 2|"min": 2, "max": 1|bad_bounds|3|0|-
            "min": 2|"min": "2"|schema|3|0|-
            "required": true|"required": "true"|schema|2|0|-
            "type": "integer", "default"|"type": "intger", "default"|unknown_type|3|0|integer
            "type": "integer", "default"|"default"|missing_member|3|0|-
            "type": "object", "fields"|"type": "object", "feilds"|unknown_member|6|0|fields
            "days": {"type|"Days": {"type|bad_name|3|0|-
            "name": "P"|"nam": "P"|unknown_member|1|0|name
            "name": "P",|-|missing_member|1|1|-
            "version": "1"|"version": 1|schema|1|0|-
            "inputs": {"portfolio_id"|"inputs": [7], "x": {"portfolio_id"|schema|2|0|-
            "outputs"|"outputs" "x"|syntax|13|0|-
            "name": "P"|"name": "P", "name": "Q"|syntax|1|0|-
            {"id"|[{"id"|syntax|15|0|-
            """)
    void each_mistake_is_found_at_its_place(
            String written, @Nullable String instead, String code, int line, int column, @Nullable String nearest) {
        String broken = GOOD.replaceFirst(
                Pattern.quote(written),
                Matcher.quoteReplacement(Optional.ofNullable(instead).orElse("")));
        assertThat(broken).isNotEqualTo(GOOD);
        var compilation = compiler.compile("p.json", broken.getBytes(StandardCharsets.UTF_8));
        assertThat(compilation.pattern()).isEmpty();
        assertThat(compilation.problems())
                .as(PatternCompiler.render(compilation.problems()))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.line()).isEqualTo(line);
                    if (column > 0) {
                        assertThat(problem.column()).isEqualTo(column);
                    }
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                    assertThat(problem.nearest()).isEqualTo(Optional.ofNullable(nearest));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            "days": "{{inputs.days}}"}|"days": 7}|"{{inputs.days}}"|7|unused_input
            "found", "counted", "mixed"|"found", "mixed"|"after": ["counted"]|"after": []|unused_step
            "default": 5, "min"|"default": 5, "required": true, "min"|x|x|useless_default
            """)
    void what_is_useless_is_a_warning(String one, String first, String other, String second, String code) {
        String changed = GOOD.replace(one, first).replace(other, second);
        assertThat(compiler.compile("p.json", changed.getBytes(StandardCharsets.UTF_8))
                        .problems())
                .extracting(PatternProblem::code)
                .contains(code);
    }

    @Test
    void a_step_that_needs_a_conditional_one_without_a_guard_is_warned_of() {
        String needy = GOOD.replace("\"rows\": [\"x\"]", "\"rows\": [\"{{mixed.text}}\"]")
                .replace("\"optional\": true", "\"when\": \"found.large\"");
        assertThat(codes(needy)).containsExactly("unguarded_reference");
        String guarded = needy.replace("\"as\": \"asked\"", "\"as\": \"asked\", \"when\": \"exists(mixed)\"");
        assertThat(codes(guarded)).isEmpty();
    }

    private List<String> codes(String document) {
        return compiler.compile("p.json", document.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(PatternProblem::code)
                .toList();
    }

    @Test
    void all_mistakes_are_found_in_one_pass() {
        String broken = GOOD.replace("test.find", "test.fnd")
                .replace("inputs.word}}", "inputs.wrod}}")
                .replace("\"attempts\": 3", "\"attempts\": 30");
        assertThat(codes(broken)).contains("unknown_capability", "unknown_input", "schema");
    }
}
