package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rates of return and present values of pyxirr, tubedude/xirr, Portfolio Performance, MathWorks and others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XirrOraclesTest {

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = Map.of(
            "xirr", XirrOraclesTest::rate,
            "irr", XirrOraclesTest::rate,
            "xnpv", oracle -> flows(oracle.get("inputs")).presentValue(discount(oracle)),
            "npv", oracle -> flows(oracle.get("inputs")).presentValue(discount(oracle)),
            "xnfv", oracle -> flows(oracle.get("inputs")).futureValue(discount(oracle)));

    private final OracleTable table = new OracleTable("xirr", CALCULATIONS);

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

    private static double discount(JsonNode oracle) {
        return oracle.get("inputs").get("rate").asDouble();
    }

    /** The root nearest to the one that the source names; ours within reach of the sources' scans must be those that they found. */
    private static Object rate(JsonNode oracle) {
        Figure<MoneyWeightedReturn> found = MoneyWeightedReturn.of(flows(oracle.get("inputs")));
        if (found.asOptional().isEmpty()) {
            return found;
        }
        List<Double> rates = found.asOptional().orElseThrow().rates().stream()
                .flatMap(rate -> rate.annual().asOptional().stream())
                .filter(rate -> rate > -1 + 1e-8 && rate < 100)
                .toList();
        JsonNode scanned = oracle.path("all_roots_found_by_scan");
        assertThat(rates).hasSize(Math.max(1, scanned.size()));
        for (int i = 0; i < scanned.size(); i++) {
            assertThat(rates.get(i)).isCloseTo(scanned.get(i).asDouble(), within(1e-8));
        }
        double wanted = oracle.get("expected").asDouble(0);
        return rates.stream()
                .min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
                .orElseThrow();
    }

    private static CashFlows flows(JsonNode inputs) {
        if (inputs.has("amounts")) {
            double[] amounts = doubles(inputs.get("amounts"));
            return CashFlows.at(
                    IntStream.range(0, amounts.length).asDoubleStream().toArray(), amounts);
        }
        List<JsonNode> flows =
                StreamSupport.stream(inputs.get("flows").spliterator(), false).toList();
        double[] amounts = flows.stream()
                .mapToDouble(flow -> flow.get("amount").asDouble())
                .toArray();
        List<LocalDate> dates = flows.stream()
                .map(flow -> LocalDate.parse(flow.get("date").asString()))
                .toList();
        if (inputs.path("day_count").asString("").startsWith("30")) {
            LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
            return CashFlows.at(
                    dates.stream().mapToDouble(date -> thirty360(first, date)).toArray(), amounts);
        }
        return CashFlows.onDays(
                dates.stream().mapToInt(date -> (int) date.toEpochDay()).toArray(), amounts);
    }

    /** Years of twelve months of thirty days; the dates of the cases are on no 31st, so that all variants agree. */
    private static double thirty360(LocalDate from, LocalDate to) {
        assertThat(Math.max(from.getDayOfMonth(), to.getDayOfMonth())).isLessThan(31);
        return (360 * (to.getYear() - from.getYear())
                        + 30 * (to.getMonthValue() - from.getMonthValue())
                        + to.getDayOfMonth()
                        - from.getDayOfMonth())
                / 360.0;
    }

    static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @Test
    void a_wrong_answer_is_seen() {
        JsonNode oracle = new JsonMapper()
                .readTree("{\"expected\": {\"rate\": 0.1, \"roots\": [1, \"NaN\"]}, \"tolerance\": {\"abs\": 0.01}}");
        assertThat(new OracleTable.Differences(oracle).of(Map.of("rate", 0.12, "roots", List.of(1.005, 2.0))))
                .containsExactly(".rate: expected 0.1, found 0.12", ".roots[1]: expected \"NaN\", found 2.0");
    }
}
