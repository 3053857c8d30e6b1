package io.dawsos.domain.cases;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.risk.BenchmarkStatistics;
import io.dawsos.domain.risk.BenchmarkStatistics.Capture;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskRatios;
import io.dawsos.domain.risk.TailLoss;
import io.dawsos.domain.statistics.LeastSquares;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The answers of empyrical's own tests: missing returns are left out, means are annualized unless a case compounds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmpyricalOraclesTest {

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = new TreeMap<>();

    static {
        CALCULATIONS.put("cum_returns", oracle -> cumulative(oracle.get("inputs")));
        CALCULATIONS.put("cum_returns_final", each((inputs, r) -> ReturnStatistics.cumulative(r)));
        CALCULATIONS.put("aggregate_returns", oracle -> aggregate(oracle.get("inputs")));
        CALCULATIONS.put("max_drawdown", each((inputs, r) -> DrawdownPath.of(r).map(path -> -path.maximum())));
        // A period without a return counts in the length of the time
        CALCULATIONS.put(
                "annual_return",
                oracle -> columns(
                        oracle.get("inputs"),
                        returns -> ReturnStatistics.annual(
                                returns.map(value -> Double.isNaN(value) ? 0 : value)
                                        .toArray(),
                                compounded(oracle.get("inputs")))));
        CALCULATIONS.put("cagr", each((inputs, r) -> ReturnStatistics.annual(r, compounded(inputs))));
        CALCULATIONS.put("annual_volatility", each((inputs, r) -> ReturnStatistics.volatility(r, conventions(inputs))));
        CALCULATIONS.put("calmar_ratio", each((inputs, r) -> RiskRatios.calmar(r, conventions(inputs))));
        CALCULATIONS.put(
                "omega_ratio",
                paired(
                        "risk_free",
                        (inputs, sides) -> RiskRatios.omega(
                                ReturnStatistics.above(sides.own, sides.other),
                                ReturnStatistics.constant(
                                        Math.pow(
                                                        1
                                                                + inputs.get("required_return")
                                                                        .asDouble(),
                                                        1.0 / 252)
                                                - 1,
                                        sides.own.length))));
        CALCULATIONS.put(
                "sharpe_ratio",
                paired("risk_free", (inputs, sides) -> RiskRatios.sharpe(sides.own, sides.other, conventions(inputs))));
        CALCULATIONS.put(
                "downside_risk",
                paired(
                        "required_return",
                        (inputs, sides) ->
                                ReturnStatistics.downsideDeviation(sides.own, sides.other, conventions(inputs))));
        CALCULATIONS.put(
                "sortino_ratio",
                paired(
                        "required_return",
                        (inputs, sides) -> RiskRatios.sortino(sides.own, sides.other, conventions(inputs))));
        CALCULATIONS.put(
                "excess_sharpe",
                paired(
                        "factor_returns",
                        (inputs, sides) ->
                                RiskRatios.sharpe(sides.own, sides.other, RiskConventions.DAILY.periods(1))));
        CALCULATIONS.put("tail_ratio", each((inputs, r) -> RiskRatios.tailRatio(r, 0.05)));
        CALCULATIONS.put("stability_of_timeseries", each((inputs, r) -> stability(r)));
        CALCULATIONS.put("value_at_risk", oracle -> -tail(oracle.get("inputs")).valueAtRisk());
        CALCULATIONS.put(
                "conditional_value_at_risk",
                oracle -> Map.of(
                        "value_at_risk", -tail(oracle.get("inputs")).valueAtRisk(),
                        "conditional_value_at_risk", -tail(oracle.get("inputs")).conditional()));
        benchmark("alpha", BenchmarkStatistics::alpha);
        benchmark("beta", BenchmarkStatistics::beta);
        benchmark("alpha_beta", EmpyricalOraclesTest::line);
        benchmark("up_alpha_beta", pairs -> line(pairs.whereBenchmark(value -> value >= 0)));
        benchmark("down_alpha_beta", pairs -> line(pairs.whereBenchmark(value -> value < 0)));
        benchmark("up_capture", pairs -> pairs.upCapture(Capture.PER_YEAR));
        benchmark("down_capture", pairs -> pairs.downCapture(Capture.PER_YEAR));
        benchmark("up_down_capture", pairs -> pairs.captureRatio(Capture.PER_YEAR));
        CALCULATIONS.put(
                "capture",
                paired(
                        "factor_returns",
                        (inputs, sides) -> ReturnStatistics.annual(sides.own, compounded(inputs))
                                .flatMap(own -> ReturnStatistics.annual(sides.other, compounded(inputs))
                                        .map(other -> own / other))));
        CALCULATIONS.put(
                "roll_max_drawdown",
                rolling((own, other) -> DrawdownPath.of(own).map(path -> -path.maximum())));
        CALCULATIONS.put(
                "roll_sharpe_ratio",
                rolling((own, other) ->
                        RiskRatios.sharpe(own, ReturnStatistics.constant(0, own.length), RiskConventions.DAILY)));
        CALCULATIONS.put("roll_alpha_beta", rolling((own, other) -> line(pairs(own, other))));
        CALCULATIONS.put(
                "roll_up_capture", rolling((own, other) -> pairs(own, other).upCapture(Capture.PER_YEAR)));
        CALCULATIONS.put(
                "roll_down_capture", rolling((own, other) -> pairs(own, other).downCapture(Capture.PER_YEAR)));
        CALCULATIONS.put(
                "roll_up_down_capture",
                rolling((own, other) -> pairs(own, other).captureRatio(Capture.PER_YEAR)));
    }

    private final OracleTable table = new OracleTable("risk_empyrical", CALCULATIONS);

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

    /** Two series over the same periods. */
    private static final class Sides {

        private final double[] own;
        private final double[] other;

        Sides(double[] own, double[] other) {
            this.own = own;
            this.other = other;
        }
    }

    private static RiskConventions conventions(JsonNode inputs) {
        return RiskConventions.DAILY.periods(
                switch (inputs.path("period").asString("daily")) {
                    case "weekly" -> 52;
                    case "monthly" -> 12;
                    case "quarterly" -> 4;
                    case "yearly" -> 1;
                    default -> 252;
                });
    }

    private static RiskConventions compounded(JsonNode inputs) {
        return conventions(inputs).compounded(Compounding.GEOMETRIC);
    }

    private static Function<JsonNode, Object> each(BiFunction<JsonNode, double[], Object> figure) {
        return oracle -> columns(
                oracle.get("inputs"),
                returns -> figure.apply(
                        oracle.get("inputs"),
                        returns.filter(value -> !Double.isNaN(value)).toArray()));
    }

    private static Function<JsonNode, Object> paired(String name, BiFunction<JsonNode, Sides, Object> figure) {
        return oracle -> {
            JsonNode inputs = oracle.get("inputs");
            return columns(inputs, returns -> figure.apply(inputs, sides(returns.toArray(), inputs.path(name))));
        };
    }

    private static void benchmark(String measure, Function<BenchmarkStatistics, Object> figure) {
        CALCULATIONS.put(
                measure, paired("factor_returns", (inputs, sides) -> figure.apply(pairs(sides.own, sides.other))));
    }

    private static BenchmarkStatistics pairs(double[] own, double[] other) {
        return BenchmarkStatistics.of(
                own,
                other,
                ReturnStatistics.constant(0, own.length),
                RiskConventions.DAILY.compounded(Compounding.GEOMETRIC));
    }

    private static List<Figure<Double>> line(BenchmarkStatistics pairs) {
        return List.of(pairs.alpha(), pairs.beta());
    }

    /** One answer, or one by column where a case has several. */
    private static Object columns(JsonNode inputs, Function<java.util.stream.DoubleStream, Object> figure) {
        JsonNode returns = inputs.get("returns");
        if (returns.has("columns")) {
            Map<String, Object> answers = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> column : returns.get("columns").properties()) {
                answers.put(column.getKey(), figure.apply(Arrays.stream(values(column.getValue()))));
            }
            return answers;
        }
        return figure.apply(Arrays.stream(values(returns)));
    }

    private static double[] values(JsonNode series) {
        JsonNode values = series.has("columns")
                ? series.get("columns").iterator().next()
                : series.isObject() ? series.get("values") : series;
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i).isNumber() ? values.get(i).asDouble() : Double.NaN;
        }
        return numbers;
    }

    private static Sides sides(double[] own, JsonNode other) {
        double[] others = other.isNumber() || other.isMissingNode()
                ? ReturnStatistics.constant(other.asDouble(0), own.length)
                : values(other);
        int[] both = java.util.stream.IntStream.range(0, Math.min(own.length, others.length))
                .filter(i -> !Double.isNaN(own[i]) && !Double.isNaN(others[i]))
                .toArray();
        return new Sides(
                Arrays.stream(both).mapToDouble(i -> own[i]).toArray(),
                Arrays.stream(both).mapToDouble(i -> others[i]).toArray());
    }

    private static List<Double> cumulative(JsonNode inputs) {
        double start = inputs.get("starting_value").asDouble();
        List<Double> running = new ArrayList<>();
        double[] returns = Arrays.stream(values(inputs.get("returns")))
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
        for (int i = 1; i <= returns.length; i++) {
            double total = ReturnStatistics.cumulative(Arrays.copyOf(returns, i))
                    .asOptional()
                    .orElseThrow();
            running.add(start == 0 ? total : start * (1 + total));
        }
        return running;
    }

    private static List<Object> aggregate(JsonNode inputs) {
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        double[] values = values(inputs.get("returns"));
        for (int i = 0; i < values.length; i++) {
            LocalDate date =
                    LocalDate.parse(inputs.get("returns").get("dates").get(i).asString());
            String key = switch (inputs.get("convert_to").asString()) {
                case "weekly" ->
                    date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .toString();
                case "monthly" -> date.toString().substring(0, 7);
                case "quarterly" -> date.getYear() + "Q" + date.get(IsoFields.QUARTER_OF_YEAR);
                default -> Integer.toString(date.getYear());
            };
            groups.computeIfAbsent(key, group -> new ArrayList<>()).add(values[i]);
        }
        return groups.values().stream()
                .<Object>map(group -> ReturnStatistics.cumulative(
                        group.stream().mapToDouble(value -> value).toArray()))
                .toList();
    }

    private static Figure<Double> stability(double[] returns) {
        double[] times = new double[returns.length];
        double[] logs = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            times[i] = i;
            logs[i] = Math.log1p(returns[i]) + (i == 0 ? 0 : logs[i - 1]);
        }
        return LeastSquares.of(logs, List.of("time"), new double[][] {times}, 2).flatMap(LeastSquares::rSquared);
    }

    private static TailLoss tail(JsonNode inputs) {
        double cutoff = inputs.get("cutoff").asDouble();
        double[] returns = Arrays.stream(values(inputs.get("returns")))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double confidence = Math.min(1 - 1e-12, Math.max(1e-12, 1 - cutoff));
        return TailLoss.of(returns, TailLoss.Method.HISTORICAL, confidence, 1, RiskConventions.DAILY)
                .asOptional()
                .orElseThrow();
    }

    private static Function<JsonNode, Object> rolling(BiFunction<double[], double[], Object> figure) {
        return oracle -> {
            JsonNode inputs = oracle.get("inputs");
            int window = inputs.get("window").asInt();
            double[] own = values(inputs.get("returns"));
            Sides sides = sides(own, inputs.path("factor_returns"));
            // A window with a missing return has an answer from the others
            List<Object> answers = new ArrayList<>();
            double[] factors = inputs.has("factor_returns") ? values(inputs.get("factor_returns")) : own;
            for (int from = 0; from + window <= own.length; from++) {
                Sides part = inside(own, factors, from, from + window);
                answers.add(figure.apply(part.own, part.other));
            }
            return sides.own.length == 1
                            && answers.size() == 1
                            && oracle.get("expected").isString()
                    ? answers.get(0)
                    : answers;
        };
    }

    private static Sides inside(double[] own, double[] other, int from, int to) {
        int[] both = java.util.stream.IntStream.range(from, to)
                .filter(i -> !Double.isNaN(own[i]) && !Double.isNaN(other[i]))
                .toArray();
        return new Sides(
                Arrays.stream(both).mapToDouble(i -> own[i]).toArray(),
                Arrays.stream(both).mapToDouble(i -> other[i]).toArray());
    }
}
