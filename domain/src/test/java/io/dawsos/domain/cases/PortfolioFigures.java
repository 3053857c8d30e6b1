package io.dawsos.domain.cases;

import io.dawsos.domain.performance.Blend;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.risk.PositionRisk;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import io.dawsos.domain.statistics.LeastSquares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Figures of several series together: blends, parts of risk, regressions. */
final class PortfolioFigures {

    private PortfolioFigures() {}

    static Map<String, Object> blend(JsonNode inputs) {
        DataFiles file = DataFiles.read(inputs.get("file").asString());
        LocalDate from = LocalDate.parse(inputs.get("from").asString());
        LocalDate to = LocalDate.parse(inputs.get("to").asString());
        int[] rows = IntStream.range(0, file.size())
                .filter(row -> !file.date(row).isBefore(from) && !file.date(row).isAfter(to))
                .toArray();
        int[] days = Arrays.stream(rows)
                .map(row -> (int) file.date(row).toEpochDay())
                .toArray();
        List<ReturnSample> series = new ArrayList<>();
        inputs.get("columns")
                .forEach(name -> series.add(ReturnSample.of(days, DataFiles.pick(file.column(name.asString()), rows))));
        String rebalance = inputs.get("rebalance").asString();
        double[] returns = Blend.of(
                        series,
                        XirrOraclesTest.doubles(inputs.get("weights")),
                        rebalance.startsWith("never")
                                ? Blend.Rebalancing.NEVER
                                : rebalance.contains("months") ? Blend.Rebalancing.MONTHLY : Blend.Rebalancing.YEARLY)
                .values();
        return Map.of(
                "cumulative", ReturnStatistics.cumulative(returns),
                "first6", Arrays.copyOf(returns, 6),
                "last3", Arrays.copyOfRange(returns, returns.length - 3, returns.length));
    }

    static Map<String, Object> components(
            JsonNode inputs, ToDoubleFunction<PositionRisk> whole, ToDoubleFunction<PositionRisk.Part> part) {
        DataFiles file = DataFiles.read(inputs.get("file").asString());
        List<String> names = StreamSupport.stream(inputs.get("columns").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        double[][] columns = names.stream().map(file::column).toArray(double[][]::new);
        int[] rows = DataFiles.complete(columns);
        PositionRisk risk = PositionRisk.of(
                        names,
                        XirrOraclesTest.doubles(inputs.get("weights")),
                        Arrays.stream(columns)
                                .map(column -> DataFiles.pick(column, rows))
                                .toArray(double[][]::new),
                        inputs.get("p").asDouble(),
                        1,
                        new RiskConventions(1, Divisor.LESS_ONE, Divisor.ALL, Compounding.ARITHMETIC))
                .asOptional()
                .orElseThrow();
        double total = whole.applyAsDouble(risk);
        return Map.of(
                "portfolio",
                total,
                "contribution",
                risk.positions().stream().mapToDouble(part).toArray(),
                "pct_contribution",
                risk.positions().stream()
                        .mapToDouble(part)
                        .map(value -> value / total)
                        .toArray());
    }

    static Object regression(JsonNode inputs) {
        DataFiles file = DataFiles.read(inputs.get("file").asString());
        List<String> names = StreamSupport.stream(inputs.get("x").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        double[] free = inputs.has("rf") ? file.column(inputs.get("rf").asString()) : new double[file.size()];
        List<double[]> columns = new ArrayList<>();
        columns.add(ReturnStatistics.above(file.column(inputs.get("y").asString()), free));
        names.forEach(name -> columns.add(ReturnStatistics.above(file.column(name), free)));
        int[] rows = DataFiles.complete(columns.toArray(double[][]::new));
        List<double[]> picked =
                columns.stream().map(column -> DataFiles.pick(column, rows)).toList();
        LeastSquares line = LeastSquares.of(
                        picked.get(0), names, picked.subList(1, picked.size()).toArray(double[][]::new), 60)
                .asOptional()
                .orElseThrow();
        return answers(line);
    }

    /** The names that cases of regressions use. */
    static Map<String, Object> answers(LeastSquares line) {
        List<LeastSquares.Coefficient> all = new ArrayList<>(line.coefficients());
        all.add(0, line.intercept());
        return Map.of(
                "intercept", line.intercept().value(),
                "coefficients",
                        line.coefficients().stream()
                                .map(LeastSquares.Coefficient::value)
                                .toList(),
                "std_errors", all.stream().map(LeastSquares.Coefficient::error).toList(),
                "t", all.stream().map(LeastSquares.Coefficient::t).toList(),
                "r_squared", line.rSquared(),
                "adj_r_squared", line.adjustedRSquared(),
                "residual_std_error", line.residualDeviation(),
                "n", line.observations());
    }
}
