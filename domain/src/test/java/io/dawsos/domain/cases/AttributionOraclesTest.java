package io.dawsos.domain.cases;

import io.dawsos.domain.attribution.BrinsonAttribution;
import io.dawsos.domain.attribution.BrinsonEffects;
import io.dawsos.domain.attribution.BrinsonEffects.Interaction;
import io.dawsos.domain.attribution.BrinsonSegment;
import io.dawsos.domain.attribution.GeometricBrinson;
import io.dawsos.domain.attribution.LinkedBrinson;
import io.dawsos.domain.attribution.LinkedBrinson.Linking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Bacon's book, Morningstar's paper, and the packages PortfolioAttribution and pa. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributionOraclesTest {

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = Map.of(
            "single_period_effects", oracle -> singlePeriod(oracle.get("inputs")),
            "single_period_totals", oracle -> totals(attribution(oracle.get("inputs"), false)),
            "total_returns", oracle -> returns(oracle.get("inputs")),
            "linked_effects", oracle -> linked(oracle.get("inputs"), oracle.get("expected")),
            "linked_totals", oracle -> linkedTotals(oracle.get("inputs")),
            "cumulative_returns", oracle -> cumulative(oracle.get("inputs")),
            "geometric_effects", oracle -> geometric(oracle.get("inputs")),
            "geometric_linked_totals", oracle -> geometricTotals(oracle.get("inputs")),
            "segment_weights_and_returns", oracle -> grouped(oracle.get("inputs"), oracle.get("expected")));

    private final OracleTable table = new OracleTable("attribution", CALCULATIONS);

    Stream<Arguments> cases() {
        return table.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gives_the_published_answer(JsonNode oracle) {
        table.run(oracle);
    }

    @AfterAll
    void report() {
        table.report();
    }

    private static List<BrinsonSegment> segments(JsonNode inputs) {
        List<BrinsonSegment> segments = new ArrayList<>();
        for (int i = 0; i < inputs.get("segments").size(); i++) {
            BrinsonSegment segment = new BrinsonSegment(
                    inputs.get("segments").get(i).asString(),
                    inputs.get("portfolio_weights").get(i).asDouble(),
                    inputs.get("benchmark_weights").get(i).asDouble(),
                    inputs.get("portfolio_returns").get(i).asDouble(),
                    inputs.get("benchmark_returns").get(i).asDouble());
            segments.add(inputs.has("imputation") ? segment.filled() : segment);
        }
        return segments;
    }

    /** Periods as rows of matrices, or as inputs of their own. */
    private static List<List<BrinsonSegment>> periods(JsonNode inputs) {
        List<List<BrinsonSegment>> periods = new ArrayList<>();
        if (inputs.get("periods").isArray()) {
            inputs.get("periods").forEach(period -> periods.add(segments(period)));
            return periods;
        }
        for (int t = 0; t < inputs.get("periods").asInt(); t++) {
            List<BrinsonSegment> segments = new ArrayList<>();
            for (int i = 0; i < inputs.get("segments").size(); i++) {
                segments.add(new BrinsonSegment(
                        inputs.get("segments").get(i).asString(),
                        inputs.get("portfolio_weights").get(t).get(i).asDouble(),
                        inputs.get("benchmark_weights").get(t).get(i).asDouble(),
                        inputs.get("portfolio_returns").get(t).get(i).asDouble(),
                        inputs.get("benchmark_returns").get(t).get(i).asDouble()));
            }
            periods.add(segments);
        }
        return periods;
    }

    private static BrinsonAttribution attribution(JsonNode inputs, boolean fachler) {
        return BrinsonAttribution.of(
                segments(inputs),
                fachler || inputs.path("model").asString("").equals("BF")
                        ? BrinsonAttribution.Model.BRINSON_FACHLER
                        : BrinsonAttribution.Model.BRINSON_HOOD_BEEBOWER);
    }

    private static Interaction interaction(JsonNode inputs) {
        String method = inputs.path("method").asString("none");
        return method.startsWith("top.down")
                ? Interaction.IN_SELECTION
                : method.startsWith("bottom.up") ? Interaction.IN_ALLOCATION : Interaction.APART;
    }

    private static Map<String, Object> effects(Map<String, BrinsonEffects> bySegment, Interaction where) {
        Map<String, BrinsonEffects> all = new LinkedHashMap<>();
        BrinsonEffects total = BrinsonEffects.NONE;
        for (Map.Entry<String, BrinsonEffects> segment : bySegment.entrySet()) {
            all.put(segment.getKey(), segment.getValue().counting(where));
            total = total.plus(segment.getValue());
        }
        all.put("Total", total.counting(where));
        return Map.of(
                "allocation", part(all, BrinsonEffects::allocation),
                "selection", part(all, BrinsonEffects::selection),
                "interaction", part(all, BrinsonEffects::interaction));
    }

    private static Map<String, Double> part(Map<String, BrinsonEffects> all, ToDoubleFunction<BrinsonEffects> effect) {
        Map<String, Double> parts = new LinkedHashMap<>();
        all.forEach((name, effects) -> parts.put(name, effect.applyAsDouble(effects)));
        return parts;
    }

    private static Object singlePeriod(JsonNode inputs) {
        BrinsonAttribution split = attribution(inputs, false);
        Map<String, Object> answer = new HashMap<>(effects(split.bySegment(), interaction(inputs)));
        answer.put("excess_return", split.portfolio() - split.benchmark());
        return answer;
    }

    private static Object totals(BrinsonAttribution split) {
        return Map.of(
                "allocation", split.total().allocation(),
                "selection", split.total().selection(),
                "interaction", split.total().interaction(),
                "excess_return", split.portfolio() - split.benchmark());
    }

    private static Object returns(JsonNode inputs) {
        BrinsonAttribution split = attribution(inputs, false);
        return Map.of("portfolio", split.portfolio(), "benchmark", split.benchmark());
    }

    private static LinkedBrinson link(JsonNode inputs, BrinsonAttribution.Model model, Linking linking) {
        List<BrinsonAttribution> periods = periods(inputs).stream()
                .map(segments -> BrinsonAttribution.of(segments, model))
                .toList();
        return LinkedBrinson.of(periods, linking).asOptional().orElseThrow();
    }

    private static Object linked(JsonNode inputs, JsonNode expected) {
        Linking linking = Linking.valueOf(inputs.get("linking").asString().toUpperCase(Locale.ROOT));
        Interaction where = interaction(inputs);
        LinkedBrinson linked = link(inputs, BrinsonAttribution.Model.BRINSON_FACHLER, linking);
        if (inputs.has("effect")) {
            String effect = inputs.get("effect").asString();
            Map<String, Object> periods = new LinkedHashMap<>();
            int t = 0;
            for (Map.Entry<String, JsonNode> period : expected.get("periods").properties()) {
                periods.put(period.getKey(), row(effects(linked.periods().get(t++), where), effect));
            }
            List<String> columns = new ArrayList<>();
            inputs.get("segments").forEach(segment -> columns.add(segment.asString()));
            columns.add("Total");
            return Map.of(
                    "columns", columns, "periods", periods, "total", row(effects(linked.bySegment(), where), effect));
        }
        return Map.of(
                "total",
                effects(linked.bySegment(), where),
                "periods",
                linked.periods().stream().map(period -> effects(period, where)).toList(),
                "periods_unadjusted",
                periods(inputs).stream()
                        .map(segments -> BrinsonAttribution.of(segments, BrinsonAttribution.Model.BRINSON_FACHLER))
                        .map(split -> effects(split.bySegment(), where))
                        .toList());
    }

    private static List<?> row(Map<String, Object> effects, String effect) {
        return List.copyOf(((Map<?, ?>) effects.get(effect)).values());
    }

    private static Object linkedTotals(JsonNode inputs) {
        String linking = inputs.get("linking").asString();
        LinkedBrinson linked = link(inputs, BrinsonAttribution.Model.BRINSON_HOOD_BEEBOWER, Linking.MENCHERO);
        BrinsonEffects total =
                linking.startsWith("menchero") ? linked.total() : GeometricBrinson.ofNotionalFunds(periods(inputs));
        double excess = linked.portfolio() - linked.benchmark();
        return Map.of(
                "allocation", total.allocation(),
                "selection", total.selection(),
                "interaction", total.interaction(),
                "excess_return", excess,
                "arithmetic_excess", excess,
                "portfolio_return", linked.portfolio(),
                "benchmark_return", linked.benchmark());
    }

    private static Object cumulative(JsonNode inputs) {
        GeometricBrinson whole = compounded(inputs);
        return Map.of(
                "portfolio", whole.portfolio(),
                "benchmark", whole.benchmark(),
                "arithmetic_excess", whole.portfolio() - whole.benchmark(),
                "geometric_excess", whole.excess());
    }

    private static GeometricBrinson compounded(JsonNode inputs) {
        return GeometricBrinson.compounded(periods(inputs).stream()
                .map(segments -> GeometricBrinson.of(segments).asOptional().orElseThrow())
                .toList());
    }

    private static Object geometric(JsonNode inputs) {
        return effects(
                GeometricBrinson.of(segments(inputs)).asOptional().orElseThrow().bySegment(), Interaction.APART);
    }

    private static Object geometricTotals(JsonNode inputs) {
        GeometricBrinson whole = compounded(inputs);
        return Map.of(
                "geometric_excess", whole.excess(), "allocation", whole.allocation(), "selection", whole.selection());
    }

    /** Segments as groups of segments: by region, or by region and sector where the answer is. */
    private static Object grouped(JsonNode inputs, JsonNode expected) {
        boolean finer = expected.get("portfolio")
                .properties()
                .iterator()
                .next()
                .getKey()
                .contains("-");
        JsonNode hierarchy = inputs.get("hierarchy");
        return Map.of(
                "portfolio", grouped(inputs, hierarchy, finer, "portfolio"),
                "benchmark", grouped(inputs, hierarchy, finer, "benchmark"));
    }

    private static Object grouped(JsonNode inputs, JsonNode hierarchy, boolean finer, String side) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Double> gains = new LinkedHashMap<>();
        for (int i = 0; i < inputs.get("segments").size(); i++) {
            String name = hierarchy.get("region").get(i).asString()
                    + (finer ? "-" + hierarchy.get("sector").get(i).asString() : "");
            double weight = inputs.get(side + "_weights").get(i).asDouble();
            weights.merge(name, weight, Double::sum);
            gains.merge(name, weight * inputs.get(side + "_returns").get(i).asDouble(), Double::sum);
        }
        Map<String, Object> groups = new LinkedHashMap<>();
        weights.forEach(
                (name, weight) -> groups.put(name, Map.of("weight", weight, "return", gains.get(name) / weight)));
        return groups;
    }
}
