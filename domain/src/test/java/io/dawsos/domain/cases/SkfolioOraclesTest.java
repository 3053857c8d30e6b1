package io.dawsos.domain.cases;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.EntropicRisk;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import io.dawsos.domain.risk.TailLoss;
import io.dawsos.domain.statistics.Moments;
import io.dawsos.domain.statistics.Quantiles;
import java.util.Arrays;
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

/** Risk measures of skfolio's tests, per day, losses positive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SkfolioOraclesTest {

    private static final double CONFIDENCE = 0.95;
    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = new TreeMap<>();

    static {
        put("mean", (inputs, r) -> Moments.mean(r));
        put("mean_absolute_deviation", (inputs, r) -> ReturnStatistics.meanAbsoluteDeviation(r, threshold(inputs, r)));
        put("first_lower_partial_moment", (inputs, r) -> ReturnStatistics.lowerPartialMoment(r, targets(inputs, r), 1));
        put(
                "fourth_lower_partial_moment",
                (inputs, r) -> ReturnStatistics.lowerPartialMoment(r, targets(inputs, r), 4));
        put(
                "variance",
                (inputs, r) ->
                        ReturnStatistics.volatility(r, conventions(inputs)).map(sd -> sd * sd));
        put("standard_deviation", (inputs, r) -> ReturnStatistics.volatility(r, conventions(inputs)));
        put(
                "semi_variance",
                (inputs, r) -> ReturnStatistics.downsideDeviation(r, targets(inputs, r), conventions(inputs))
                        .map(sd -> sd * sd));
        put(
                "semi_deviation",
                (inputs, r) -> ReturnStatistics.downsideDeviation(r, targets(inputs, r), conventions(inputs)));
        put("third_central_moment", (inputs, r) -> Moments.of(r).third());
        put("fourth_central_moment", (inputs, r) -> Moments.of(r).fourth());
        put("skew", (inputs, r) -> ReturnStatistics.skewness(r));
        put("kurtosis", (inputs, r) -> ReturnStatistics.excessKurtosis(r).map(excess -> excess + 3));
        put("worst_realization", (inputs, r) -> -Quantiles.of(r).ranked(0));
        put("value_at_risk", (inputs, r) -> tail(r).map(TailLoss::valueAtRisk));
        put("cvar", (inputs, r) -> tail(r).map(TailLoss::conditional));
        put("gini_mean_difference", (inputs, r) -> Quantiles.of(r).meanDifference());
        put("max_drawdown", (inputs, r) -> path(inputs, r).map(DrawdownPath::maximum));
        put("average_drawdown", (inputs, r) -> path(inputs, r).map(DrawdownPath::painIndex));
        put("ulcer_index", (inputs, r) -> path(inputs, r).map(DrawdownPath::ulcerIndex));
        put("drawdown_at_risk", (inputs, r) -> path(inputs, r).map(path -> path.atRisk(CONFIDENCE)));
        put("cdar", (inputs, r) -> path(inputs, r).map(path -> path.conditionalAtRisk(CONFIDENCE)));
        put(
                "entropic_risk_measure",
                (inputs, r) -> EntropicRisk.measure(
                        losses(r),
                        inputs.get("theta").asDouble(),
                        inputs.get("beta").asDouble()));
        put("evar", (inputs, r) -> entropic(losses(r)));
        put("edar", (inputs, r) -> path(inputs, r).flatMap(path -> entropic(path.falls())));
    }

    private final OracleTable table = new OracleTable("risk_skfolio", CALCULATIONS);

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

    private static void put(String measure, BiFunction<JsonNode, double[], Object> figure) {
        CALCULATIONS.put(measure, oracle -> {
            JsonNode inputs = oracle.get("inputs");
            double[] returns = returns(inputs);
            return returns.length == 0
                    ? Figure.missing(new Unavailable("no_returns", "no returns", "give some"))
                    : figure.apply(inputs, returns);
        });
    }

    private static double[] returns(JsonNode inputs) {
        if (inputs.has("returns") && inputs.get("returns").isArray()) {
            return java.util.stream.StreamSupport.stream(inputs.get("returns").spliterator(), false)
                    .filter(JsonNode::isNumber)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
        }
        double[] prices = DataFiles.read(inputs.get("prices").asString())
                .column(inputs.get("asset").asString());
        double[] returns = new double[prices.length - 1];
        Arrays.setAll(returns, i -> prices[i + 1] / prices[i] - 1);
        return returns;
    }

    /** Fewer values than one in the tail: the least bound is the greatest loss, before which the source's search stops. */
    private static Figure<Double> entropic(double[] losses) {
        if (losses.length * (1 - CONFIDENCE) < 1) {
            throw new NotSupportedException(
                    "the source's search ends above the bound's limit, which is the greatest loss");
        }
        return EntropicRisk.valueAtRisk(losses, CONFIDENCE);
    }

    private static double[] losses(double[] returns) {
        return Arrays.stream(returns).map(value -> -value).toArray();
    }

    private static RiskConventions conventions(JsonNode inputs) {
        Divisor divisor = inputs.path("biased").asBoolean(false) ? Divisor.ALL : Divisor.LESS_ONE;
        return new RiskConventions(1, divisor, divisor, Compounding.ARITHMETIC);
    }

    private static double threshold(JsonNode inputs, double[] returns) {
        JsonNode threshold = inputs.path("min_acceptable_return");
        return threshold.isNumber() ? threshold.asDouble() : Moments.mean(returns);
    }

    private static double[] targets(JsonNode inputs, double[] returns) {
        return ReturnStatistics.constant(threshold(inputs, returns), returns.length);
    }

    private static Figure<TailLoss> tail(double[] returns) {
        return TailLoss.of(returns, TailLoss.Method.HISTORICAL_RANKED, CONFIDENCE, 1, RiskConventions.DAILY);
    }

    /** There the first value is the first peak, here the value before it. */
    private static Figure<DrawdownPath> path(JsonNode inputs, double[] returns) {
        if (!inputs.get("compounded").asBoolean()) {
            return DrawdownPath.ofSums(returns, false);
        }
        double[] fromFirst = returns.clone();
        fromFirst[0] = 0;
        return DrawdownPath.of(fromFirst);
    }
}
