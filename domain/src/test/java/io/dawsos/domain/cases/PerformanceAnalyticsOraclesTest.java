package io.dawsos.domain.cases;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.risk.BenchmarkStatistics;
import io.dawsos.domain.risk.BenchmarkStatistics.Capture;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.PositionRisk;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import io.dawsos.domain.risk.RiskRatios;
import io.dawsos.domain.risk.TailLoss;
import io.dawsos.domain.statistics.Moments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/** What PerformanceAnalytics 2.1.0 gives for monthly returns of managers, hedge fund indices and Bacon's portfolio. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerformanceAnalyticsOraclesTest {

    private static final RiskConventions MONTHLY =
            new RiskConventions(12, Divisor.LESS_ONE, Divisor.ALL, Compounding.GEOMETRIC);
    private static final RiskConventions MEANS = MONTHLY.compounded(Compounding.ARITHMETIC);
    private static final RiskConventions PER_MONTH = MEANS.periods(1);
    private static final RiskConventions POPULATION = PER_MONTH.divided(Divisor.ALL, Divisor.ALL);
    private static final double TARGET = 0.005;

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = new TreeMap<>();

    static {
        own("return_cumulative", ReturnStatistics::cumulative);
        own("return_annualized_geometric", r -> ReturnStatistics.annual(r, MONTHLY));
        own("return_annualized_arithmetic", r -> ReturnStatistics.annual(r, MEANS));
        own("stddev_per_period", r -> ReturnStatistics.volatility(r, PER_MONTH));
        own("stddev_annualized", r -> ReturnStatistics.volatility(r, MONTHLY));
        own("semi_deviation", r -> ReturnStatistics.semiDeviation(r, PER_MONTH));
        own("downside_deviation_full_mar05", r -> ReturnStatistics.downsideDeviation(r, target(r), PER_MONTH));
        own(
                "downside_deviation_subset_mar05",
                r -> ReturnStatistics.downsideDeviation(
                        r, target(r), PER_MONTH.divided(Divisor.LESS_ONE, Divisor.BELOW_TARGET)));
        own("sortino_mar0", r -> RiskRatios.sortino(r, zero(r), PER_MONTH));
        own("sortino_mar05", r -> RiskRatios.sortino(r, target(r), PER_MONTH));
        own("max_drawdown", r -> DrawdownPath.of(r).map(DrawdownPath::maximum));
        own("ulcer_index", r -> DrawdownPath.of(r).map(DrawdownPath::ulcerIndex));
        own("pain_index", r -> DrawdownPath.of(r).map(DrawdownPath::painIndex));
        own("average_drawdown", r -> DrawdownPath.of(r).map(DrawdownPath::averageDepth));
        own("calmar", r -> RiskRatios.calmar(r, MONTHLY));
        own("sterling", r -> RiskRatios.sterling(r, MONTHLY));
        own("martin", r -> RiskRatios.martin(r, MONTHLY));
        own("pain_ratio", r -> RiskRatios.pain(r, MONTHLY));
        own("skewness_moment", ReturnStatistics::skewness);
        own("skewness_sample", PerformanceAnalyticsOraclesTest::skewnessAsThere);
        own("kurtosis_moment", r -> ReturnStatistics.excessKurtosis(r).map(excess -> excess + 3));
        own("kurtosis_excess", ReturnStatistics::excessKurtosis);
        own("kurtosis_sample_excess", r -> Moments.of(r).sampleExcessKurtosis());
        own("omega_L0", r -> RiskRatios.omega(r, zero(r)));
        own("bernardo_ledoit", r -> RiskRatios.omega(r, zero(r)));
        own("upside_potential_mar05", PerformanceAnalyticsOraclesTest::upsidePotential);
        for (String percent : List.of("95", "99")) {
            double confidence = Integer.parseInt(percent) / 100.0;
            own(
                    "var_historical_" + percent,
                    r -> -tail(r, TailLoss.Method.HISTORICAL, confidence).valueAtRisk());
            own(
                    "es_historical_" + percent,
                    r -> -tail(r, TailLoss.Method.HISTORICAL, confidence).conditional());
            own(
                    "var_gaussian_" + percent,
                    r -> -tail(r, TailLoss.Method.PARAMETRIC, confidence).valueAtRisk());
            own(
                    "es_gaussian_" + percent,
                    r -> -tail(r, TailLoss.Method.PARAMETRIC, confidence).conditional());
            own(
                    "var_modified_" + percent,
                    r -> -tail(r, TailLoss.Method.CORNISH_FISHER, confidence).valueAtRisk());
        }
        CALCULATIONS.put("worst_drawdowns", oracle -> worst(oracle));
        CALCULATIONS.put(
                "calendar_year_return",
                oracle -> ReturnStatistics.cumulative(ofYear(
                                oracle.get("inputs").get("file").asString(),
                                oracle.get("inputs").get("column").asString(),
                                oracle.get("inputs").get("year").asInt()))
                        .map(total -> 100 * total));
        paired("sharpe_per_period", (p, of) -> RiskRatios.sharpe(of.get(0), of.get(2), PER_MONTH));
        paired("sharpe_annualized_geometric", (p, of) -> RiskRatios.sharpe(of.get(0), of.get(2), MONTHLY));
        paired("sharpe_annualized_arithmetic", (p, of) -> RiskRatios.sharpe(of.get(0), of.get(2), MEANS));
        paired("beta", (p, of) -> p.beta());
        paired("alpha_per_period", (p, of) -> p.alphaPerPeriod());
        paired("beta_bull", (p, of) -> p.whereBenchmark(value -> value > 0).beta());
        paired("beta_bear", (p, of) -> p.whereBenchmark(value -> value < 0).beta());
        paired(
                "timing_ratio",
                (p, of) -> known(p.whereBenchmark(value -> value > 0).beta())
                        / known(p.whereBenchmark(value -> value < 0).beta()));
        paired("jensen_alpha", (p, of) -> p.jensenAlpha());
        paired("correlation", (p, of) -> p.correlation());
        paired("treynor", (p, of) -> p.treynor());
        paired("tracking_error", (p, of) -> p.trackingError());
        paired("active_premium", (p, of) -> p.activePremium());
        paired("information_ratio", (p, of) -> p.informationRatio());
        paired("up_capture", (p, of) -> p.upCapture(Capture.CUMULATIVE));
        paired("down_capture", (p, of) -> p.downCapture(Capture.CUMULATIVE));
        published("AppraisalRatio", p -> known(p.jensenAlpha()) / known(p.specificRisk()));
        published("MSquared", BenchmarkStatistics::mSquared);
        published("Selectivity", BenchmarkStatistics::jensenAlpha);
        published("MartinRatio", (r, oracle) -> RiskRatios.martin(r, MONTHLY));
        published("MeanAbsoluteDeviation", (r, oracle) -> ReturnStatistics.meanAbsoluteDeviation(r, Moments.mean(r)));
        published("DownsideDeviation", (r, oracle) -> ReturnStatistics.lowerPartialMoment(r, target(r, oracle), 1));
        published("DownsideFrequency", (r, oracle) -> ReturnStatistics.downsideFrequency(r, target(r, oracle)));
        published(
                "UpsideFrequency",
                (r, oracle) -> ReturnStatistics.downsideFrequency(negated(r), negated(target(r, oracle))));
        published(
                "UpsideRisk",
                (r, oracle) -> ReturnStatistics.upperPartialMoment(r, target(r, oracle), 2)
                        .map(Math::sqrt));
        published("Kappa", (r, oracle) -> RiskRatios.kappa(r, target(r, oracle), 2));
        published("OmegaSharpeRatio", (r, oracle) -> RiskRatios.kappa(r, target(r, oracle), 1));
        published(
                "SkewnessKurtosisRatio",
                (r, oracle) -> Moments.of(r).skewness() / Moments.of(r).kurtosis());
        published(
                "kurtosis",
                (r, oracle) -> Moments.of(r).sampleExcessKurtosis() + (excess(oracle) ? 0 : normal(r.length)));
        CALCULATIONS.put("burke", oracle -> {
            throw new NotSupportedException(
                    "the package compounds hundredths of returns, which is neither added nor compounded");
        });
        CALCULATIONS.put("portfolio_return_rebalanced", oracle -> PortfolioFigures.blend(oracle.get("inputs")));
        CALCULATIONS.put(
                "component_var_gaussian",
                oracle -> PortfolioFigures.components(
                        oracle.get("inputs"), PositionRisk::valueAtRisk, PositionRisk.Part::componentValueAtRisk));
        CALCULATIONS.put(
                "component_es_gaussian",
                oracle -> PortfolioFigures.components(
                        oracle.get("inputs"), PositionRisk::conditional, PositionRisk.Part::componentConditional));
        CALCULATIONS.put("ols_two_factors", oracle -> PortfolioFigures.regression(oracle.get("inputs")));
        CALCULATIONS.put("ols_four_factors", oracle -> PortfolioFigures.regression(oracle.get("inputs")));
    }

    private final OracleTable table = new OracleTable("risk_performanceanalytics", CALCULATIONS);

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

    private static double known(Figure<Double> figure) {
        return figure.asOptional().orElseThrow();
    }

    private static double[] zero(double[] returns) {
        return new double[returns.length];
    }

    private static double[] target(double[] returns) {
        return ReturnStatistics.constant(TARGET, returns.length);
    }

    private static TailLoss tail(double[] returns, TailLoss.Method method, double confidence) {
        return TailLoss.of(returns, method, confidence, 1, POPULATION)
                .asOptional()
                .orElseThrow();
    }

    private static void own(String measure, Function<double[], Object> figure) {
        CALCULATIONS.put(measure, oracle -> {
            JsonNode returns = oracle.get("inputs").get("returns");
            double[] column = DataFiles.read(returns.get("file").asString())
                    .column(returns.get("column").asString());
            return figure.apply(DataFiles.pick(column, DataFiles.complete(column)));
        });
    }

    private static void published(String measure, BiFunction<double[], JsonNode, Object> figure) {
        CALCULATIONS.put(measure, oracle -> {
            String data = oracle.get("inputs").get("data").asString();
            return data.contains("rows 1996")
                    ? figure.apply(ofYear("data/returns/pa_managers.csv", "HAM1", 1996), oracle)
                    : figure.apply(DataFiles.read(data).column("portfolio monthly return (%)"), oracle);
        });
    }

    private static void published(String measure, Function<BenchmarkStatistics, Object> figure) {
        CALCULATIONS.put(measure, oracle -> {
            DataFiles file = DataFiles.read(oracle.get("inputs").get("data").asString());
            double[] own = file.column("portfolio monthly return (%)");
            RiskConventions population = MONTHLY.divided(Divisor.ALL, Divisor.ALL);
            return figure.apply(
                    BenchmarkStatistics.of(own, file.column(" benchmark return (%)"), zero(own), population));
        });
    }

    private static double[] target(double[] returns, JsonNode oracle) {
        JsonNode target = oracle.get("inputs").get("MAR");
        boolean given = oracle.get("inputs").get("call").asString().contains("MAR");
        return ReturnStatistics.constant(given ? target.asDouble(0) : 0, returns.length);
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static boolean excess(JsonNode oracle) {
        return oracle.get("inputs").get("call").asString().contains("sample_excess");
    }

    /** What the kurtosis of a sample of normal values is expected to be before 3 is taken off. */
    private static double normal(double n) {
        return 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }

    private interface Paired {
        Object of(BenchmarkStatistics pairs, List<double[]> sides);
    }

    /** Returns, benchmark (the returns themselves if there is none) and risk-free rates, in the periods that have all. */
    private static void paired(String measure, Paired figure) {
        CALCULATIONS.put(measure, oracle -> {
            JsonNode inputs = oracle.get("inputs");
            DataFiles file = DataFiles.read(inputs.get("returns").get("file").asString());
            double[] own = file.column(inputs.get("returns").get("column").asString());
            double[] benchmark = inputs.has("benchmark")
                    ? file.column(inputs.get("benchmark").get("column").asString())
                    : own;
            JsonNode rate = inputs.path("rf_per_period");
            double[] free = rate.has("column")
                    ? file.column(rate.get("column").asString())
                    : ReturnStatistics.constant(rate.asDouble(0), own.length);
            int[] rows = DataFiles.complete(own, benchmark, free);
            List<double[]> sides = Stream.of(own, benchmark, free)
                    .map(column -> DataFiles.pick(column, rows))
                    .toList();
            return figure.of(BenchmarkStatistics.of(sides.get(0), sides.get(1), sides.get(2), MONTHLY), sides);
        });
    }

    /** The package divides cubes by the population deviation before it corrects for the sample's size. */
    private static double skewnessAsThere(double[] returns) {
        double n = returns.length;
        return Moments.of(returns).skewness() * n * n / ((n - 1) * (n - 2));
    }

    /** The mean gain over the target of the returns above it, over the deviation of those below it. */
    private static double upsidePotential(double[] returns) {
        double[] above = Arrays.stream(returns).filter(value -> value > TARGET).toArray();
        return known(ReturnStatistics.upperPartialMoment(above, target(above), 1))
                / known(ReturnStatistics.downsideDeviation(
                        returns, target(returns), PER_MONTH.divided(Divisor.LESS_ONE, Divisor.BELOW_TARGET)));
    }

    /** A fall that has not ended counts one period more there; the dates of one source are a day off those of its file. */
    private static List<Map<String, Object>> worst(JsonNode oracle) {
        JsonNode returns = oracle.get("inputs").get("returns");
        DataFiles file = DataFiles.read(returns.get("file").asString());
        double[] column = file.column(returns.get("column").asString());
        int[] rows = DataFiles.complete(column);
        DrawdownPath path =
                DrawdownPath.of(DataFiles.pick(column, rows)).asOptional().orElseThrow();
        List<DrawdownPath.Episode> falls = path.episodes().stream()
                .sorted((a, b) -> Double.compare(b.depth(), a.depth()))
                .toList();
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode expected : oracle.get("expected")) {
            DrawdownPath.Episode fall = falls.get(answers.size());
            int end = fall.recovery().orElse(rows.length);
            Map<String, Object> answer = new TreeMap<>();
            answer.put("depth", -fall.depth());
            answer.put("from", near(file.date(rows[fall.from()]), expected.get("from")));
            answer.put("trough", near(file.date(rows[fall.trough()]), expected.get("trough")));
            answer.put("to", near(file.date(rows[Math.min(end, rows.length - 1)]), expected.get("to")));
            answer.put("length", end - fall.from() + 1);
            answer.put("peaktotrough", fall.trough() - fall.from() + 1);
            answer.put("recovery", end - fall.trough());
            answers.add(answer);
        }
        return answers;
    }

    private static LocalDate near(LocalDate date, JsonNode expected) {
        LocalDate other = LocalDate.parse(expected.asString());
        return Math.abs(other.toEpochDay() - date.toEpochDay()) <= 1 ? other : date;
    }

    private static double[] ofYear(String path, String column, int year) {
        DataFiles file = DataFiles.read(path);
        double[] values = file.column(column);
        List<Double> found = new ArrayList<>();
        for (int row = 0; row < file.size(); row++) {
            if (file.date(row).getYear() == year && !Double.isNaN(values[row])) {
                found.add(values[row]);
            }
        }
        return found.stream().mapToDouble(value -> value).toArray();
    }
}
