package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every published case; those beyond the domain's present scope are skipped with the reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumericCasesTest {

    private static final Map<String, Function<JsonNode, Answers>> CALCULATIONS = Map.ofEntries(
            Map.entry("ledger", LedgerCases::ledger),
            Map.entry("fx-ledger", LedgerCases::fxLedger),
            Map.entry("transfer", TransferCases::transfer),
            Map.entry("trades", LedgerCases::trades),
            Map.entry("twr", ReturnCases::twr),
            Map.entry("cagr", ReturnCases::cagr),
            Map.entry("risk", RiskCases::risk),
            Map.entry("xirr", ReturnCases::rate),
            Map.entry("irr-periodic", ReturnCases::rate),
            Map.entry("drawdown", ReturnCases::drawdown),
            Map.entry("aggregate-return", ValueCases::aggregateReturn),
            Map.entry("unit-cost", ValueCases::unitCost),
            Map.entry("net-worth", ValueCases::netWorth),
            Map.entry("balance-series", ValueCases::balanceSeries),
            Map.entry("valuation", ValueCases::valuation),
            Map.entry("split-quantity", ValueCases::splitQuantity),
            Map.entry("allocate-rounding", ValueCases::allocateRounding),
            Map.entry("amount-check", ValueCases::amountCheck),
            Map.entry("calendar-date", ValueCases::calendarDate));

    private static final Map<String, String> LATER = Map.of(
            "rebalance", "the optimizer comes with a later issue",
            "import-rows", "imports are tested in adapters-documents and application",
            "import-merge", "imports are tested in adapters-documents and application",
            "uk-pool", "tax rules come with a later issue");

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    static Stream<Arguments> cases() {
        return NumericCase.all().stream()
                .map(numeric -> Arguments.argumentSet(numeric.id() + " " + numeric.title(), numeric));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gives_the_published_answer(NumericCase numeric) {
        int[] count = counts.computeIfAbsent(numeric.kind(), kind -> new int[4]);
        count[0]++;
        Comparison comparison = new Comparison(numeric.tolerance());
        try {
            comparison.compare(numeric.expected(), run(numeric));
        } catch (NotSupportedException e) {
            comparison.unsupported().add(e.getMessage());
        }
        if (!comparison.unsupported().isEmpty()) {
            notes.add(numeric.kind() + " " + numeric.id() + " (" + numeric.calc() + ")"
                    + (comparison.checked() > 0 ? ", in part: " : ": ")
                    + String.join("; ", comparison.unsupported()));
        }
        if (comparison.checked() == 0) {
            count[3]++;
            Assumptions.abort(String.join("; ", comparison.unsupported()));
        }
        count[comparison.differences().isEmpty() ? 1 : 2]++;
        assertThat(comparison.differences()).isEmpty();
    }

    private static Answers run(NumericCase numeric) {
        Function<JsonNode, Answers> calculation = CALCULATIONS.get(numeric.calc());
        if (calculation == null) {
            throw new NotSupportedException(LATER.get(numeric.calc()));
        }
        return calculation.apply(numeric.inputs());
    }

    @Test
    void every_kind_of_calculation_is_either_run_or_named_as_not_supported() {
        assertThat(NumericCase.all())
                .allSatisfy(numeric -> assertThat(CALCULATIONS.containsKey(numeric.calc()))
                        .as(numeric.calc())
                        .isNotEqualTo(LATER.containsKey(numeric.calc())));
    }

    @Test
    void a_wrong_answer_is_seen() {
        JsonMapper json = new JsonMapper();
        Comparison comparison = new Comparison(json.readTree("{\"*\": 0, \"gain\": 0.5}"));
        comparison.compare(
                json.readTree("{\"gain\": 1, \"cash\": {\"EUR\": 2}, \"open\": true, \"lots\": [1], \"tax\": null}"),
                new Answers()
                        .with("gain", () -> 1.5)
                        .with("cash", () -> Map.of("EUR", 2.1))
                        .with("open", () -> false)
                        .with("lots", List::of)
                        .with("tax", () -> 0));
        assertThat(comparison.differences())
                .containsExactly(
                        "cash.EUR: expected 2, found 2.1",
                        "open: expected true, found false",
                        "lots: expected [1], found []",
                        "tax must be absent");
    }

    @AfterAll
    void report() {
        StringBuilder table = new StringBuilder(
                String.format("%n%-32s%8s%8s%8s%15s%n", "numeric cases", "cases", "passed", "failed", "not supported"));
        counts.forEach((kind, count) ->
                table.append(String.format("%-32s%8d%8d%8d%15d%n", kind, count[0], count[1], count[2], count[3])));
        notes.forEach(note -> table.append("not supported: ").append(note).append(System.lineSeparator()));
        System.out.println(table);
    }
}
