package io.dawsos.domain.cases;

import io.dawsos.domain.statistics.LeastSquares;
import io.dawsos.domain.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Values that NIST certifies to 15 digits for data on which careless programs lose most of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegressionOraclesTest {

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = Map.of(
            "multiple_linear_regression", oracle -> regression(oracle.get("inputs")),
            "mean_and_standard_deviation", oracle -> summary(values(oracle.get("inputs"))));

    private final OracleTable table = new OracleTable("regression_numerics", CALCULATIONS);

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

    private static Map<String, Object> regression(JsonNode inputs) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (Map.Entry<String, JsonNode> factor : inputs.get("factors").properties()) {
            names.add(factor.getKey());
            columns.add(XirrOraclesTest.doubles(factor.getValue()));
        }
        LeastSquares line = LeastSquares.of(
                        XirrOraclesTest.doubles(inputs.get("y")), names, columns.toArray(double[][]::new), 3)
                .asOptional()
                .orElseThrow();
        List<LeastSquares.Coefficient> all = new ArrayList<>(line.coefficients());
        all.add(line.intercept());
        return Map.of(
                "coefficients",
                all.stream().collect(Collectors.toMap(LeastSquares.Coefficient::name, LeastSquares.Coefficient::value)),
                "standard_errors",
                all.stream().collect(Collectors.toMap(LeastSquares.Coefficient::name, LeastSquares.Coefficient::error)),
                "residual_standard_deviation",
                line.residualDeviation(),
                "r_squared",
                line.rSquared(),
                "observations",
                line.observations(),
                "degrees_of_freedom",
                line.observations() - all.size());
    }

    private static Map<String, Object> summary(double[] values) {
        Moments moments = Moments.of(values);
        double products = 0;
        for (int i = 1; i < values.length; i++) {
            products += (values[i] - moments.mean()) * (values[i - 1] - moments.mean());
        }
        return Map.of(
                "count",
                moments.size(),
                "mean",
                moments.mean(),
                "standard_deviation",
                moments.deviation(1),
                "autocorrelation_lag1",
                products / (moments.second() * moments.size()));
    }

    private static double[] values(JsonNode inputs) {
        if (inputs.has("values")) {
            return XirrOraclesTest.doubles(inputs.get("values"));
        }
        double[] pair = XirrOraclesTest.doubles(inputs.get("then_500_times"));
        return DoubleStream.concat(
                        DoubleStream.of(inputs.get("first").asDouble()),
                        IntStream.range(0, 1000).mapToDouble(i -> pair[i % 2]))
                .toArray();
    }
}
