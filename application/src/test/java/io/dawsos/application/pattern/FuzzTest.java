package io.dawsos.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.dawsos.domain.pattern.PatternProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Mutated pattern documents end in a program or in findings, never in an exception. 2,000 in every build, 200,000 with the
 * profile {@code fuzz}.
 */
class FuzzTest {

    private static final int MUTANTS = Integer.getInteger("dawsos.fuzz", 2_000);
    private static final String[] PIECES = {
        "{{",
        "}}",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "1e999",
        "0.0000001",
        "\u0000",
        "\u2028",
        "\uD800",
        "inputs.",
        "ctx.",
        "found",
        "found.rows",
        ".length",
        " and ",
        " or ",
        "not ",
        " in ",
        "exists(",
        "((((((((",
        "'",
        "==",
        "<",
        "\"when\": \"",
        "\"after\": [",
        "\"retry\": {",
        "\"fallback\": {",
        "\"pattern\": \"p\"",
        "\"optional\": ",
        "9999999999999999999999",
        "test.find",
        "test.write",
        "{{found}}",
        "{{inputs.limits.most}}",
        "(?:a+)+$"
    };

    private final PatternCompiler compiler = TestAgent.compiler();
    private final List<String> seeds = seeds();

    private static List<String> seeds() {
        List<String> seeds = new ArrayList<>(PatternCatalog.builtIn().values());
        seeds.add(PatternCompilerTest.GOOD);
        return seeds;
    }

    @Test
    void a_mutated_document_ends_in_a_program_or_in_findings() {
        long seed = Long.getLong("dawsos.fuzz.seed", 20261125L);
        SplittableRandom random = new SplittableRandom(seed);
        int programs = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutate(seeds.get(random.nextInt(seeds.size())), random);
            try {
                PatternCompiler.Compilation compilation =
                        compiler.compile("p.json", mutant.getBytes(StandardCharsets.UTF_8));
                programs += compilation.pattern().isPresent() ? 1 : 0;
                assertThat(compilation.pattern().isPresent()
                                || compilation.problems().stream()
                                        .anyMatch(problem -> problem.severity() == PatternProblem.Severity.ERROR))
                        .isTrue();
                compilation.pattern().ifPresent(pattern -> readInputs(pattern, random));
            } catch (RuntimeException | StackOverflowError e) {
                fail("mutant " + i + " of seed " + seed + ":\n" + mutant, e);
            }
        }
        assertThat(programs).as("some mutants are still programs").isPositive();
    }

    private static String mutate(String document, SplittableRandom random) {
        StringBuilder text = new StringBuilder(document);
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 20)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(32, 127));
                case 3 -> {
                    int from = random.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + random.nextInt(1, 80))));
                }
                default -> replaceWord(text, at, random);
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** Puts a piece in the place of the text between two quotes. */
    private static void replaceWord(StringBuilder text, int at, SplittableRandom random) {
        int from = text.indexOf("\"", at);
        int to = from < 0 ? -1 : text.indexOf("\"", from + 1);
        if (to > 0) {
            text.replace(from + 1, to, PIECES[random.nextInt(PIECES.length)]);
        }
    }

    /** Wrong inputs are refused with a sentence, whatever they are. */
    private static void readInputs(CompiledPattern pattern, SplittableRandom random) {
        Object[] values = {
            "x",
            "",
            "\u0000",
            true,
            new java.math.BigDecimal("1e400"),
            new java.math.BigDecimal("-0.5"),
            List.of(),
            List.of("a", 1),
            Map.of("most", "x"),
            new TreeMap<>(Map.of("y", List.of())),
            "9".repeat(2000),
            java.math.BigDecimal.TEN
        };
        for (InputSpec spec : pattern.inputs()) {
            Object value = values[random.nextInt(values.length)];
            try {
                assertThat(spec.read(value)).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
