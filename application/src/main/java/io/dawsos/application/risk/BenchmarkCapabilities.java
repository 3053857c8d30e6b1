package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.application.risk.BenchmarkSeries.Benchmark;
import io.dawsos.application.risk.RiskResults.BenchmarkComparison;
import io.dawsos.domain.attribution.BrinsonAttribution.Model;
import io.dawsos.domain.attribution.LinkedBrinson.Linking;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.Blend.Rebalancing;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.risk.BenchmarkStatistics;
import io.dawsos.domain.risk.BenchmarkStatistics.Capture;
import io.dawsos.domain.risk.ReturnStatistics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Capabilities that hold a portfolio against a benchmark. */
public final class BenchmarkCapabilities {

    private final PortfolioSnapshots snapshots;
    private final BenchmarkSeries series;

    @Inject
    BenchmarkCapabilities(PortfolioSnapshots snapshots, BenchmarkSeries series) {
        this.snapshots = snapshots;
        this.series = series;
    }

    /** Arguments of {@code metrics.benchmark}. */
    public record BenchmarkArguments(
            UUID portfolioId,

            @Describe("A symbol, or symbols with weights that sum to 1, such as SPY:0.6,AGG:0.4.")
            String benchmark,

            @Describe("When the weights are set again; monthly if null.")
            Optional<Rebalancing> rebalancing,

            @Describe("Daily returns to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {}

    /** What segments are. */
    public enum Grouping {
        SECTOR,
        CURRENCY
    }

    /** Arguments of {@code attribution.brinson}. */
    public record BrinsonArguments(
            UUID portfolioId,

            @Describe("A symbol, or symbols with weights that sum to 1, such as SPY:0.6,AGG:0.4.")
            String benchmark,

            @Describe("What segments are; sector if null.") Optional<Grouping> groupBy,

            @Describe("brinson_fachler if null.") Optional<Model> model,

            @Describe("How days are linked; carino if null.")
            Optional<Linking> linking,

            @Describe("Valuation days to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "metrics.benchmark",
                        "A portfolio against a benchmark security or blend",
                        BenchmarkArguments.class,
                        BenchmarkComparison.class,
                        this::compare),
                Capability.pure(
                        "attribution.brinson",
                        "A portfolio's excess over a benchmark by allocation, selection and interaction",
                        BrinsonArguments.class,
                        BrinsonResult.class,
                        this::brinson));
    }

    private Outcome<BrinsonResult> brinson(RequestContext context, BrinsonArguments arguments) {
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        BenchmarkSpec spec = BenchmarkSpec.parse(arguments.benchmark());
        Model model = arguments.model().orElse(Model.BRINSON_FACHLER);
        Linking linking = arguments.linking().orElse(Linking.CARINO);
        boolean bySector = arguments.groupBy().orElse(Grouping.SECTOR) == Grouping.SECTOR;
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        Figure<BrinsonResult> result = found.flatMap(snapshot -> series.members(snapshot, spec, context.deadline())
                .flatMap(members -> new BrinsonDays(snapshot, members, bySector)
                        .over(window, arguments.benchmark(), model, linking)));
        return result.whyMissing().isPresent()
                ? Outcome.unavailable(result.whyMissing().get())
                : Outcome.available(
                        result.asOptional().orElseThrow(),
                        Sources.of(found.asOptional().orElseThrow(), BrinsonDays.method(model, linking), false));
    }

    private Outcome<BenchmarkComparison> compare(RequestContext context, BenchmarkArguments arguments) {
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        BenchmarkSpec spec = BenchmarkSpec.parse(arguments.benchmark());
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        ReturnsInWindow returns = new ReturnsInWindow(snapshot, window);
        Figure<BenchmarkComparison> result = series.of(
                        snapshot, spec, arguments.rebalancing().orElse(Rebalancing.MONTHLY), context.deadline())
                .flatMap(benchmark -> compare(arguments.benchmark(), returns, benchmark));
        return result.whyMissing().isPresent()
                ? Outcome.unavailable(result.whyMissing().get())
                : Outcome.available(
                        result.asOptional().orElseThrow(),
                        Sources.of(snapshot, ReturnsInWindow.CONVENTIONS.label(), true));
    }

    private static Figure<BenchmarkComparison> compare(String name, ReturnsInWindow returns, Benchmark benchmark) {
        ReturnSample own = returns.sample().on(benchmark.returns());
        ReturnSample other = benchmark.returns().on(own);
        if (own.size() < 2) {
            return Figure.missing(new Unavailable(
                    "too_few_returns",
                    "portfolio and benchmark have " + own.size() + " days with returns in common",
                    "import prices of the benchmark for the time of the portfolio"));
        }
        Figure<double[]> riskFree = returns.riskFree(own);
        Figure<BenchmarkStatistics> statistics = riskFree.map(
                rates -> BenchmarkStatistics.of(own.values(), other.values(), rates, ReturnsInWindow.CONVENTIONS));
        Figure<Double> portfolioReturn = ReturnStatistics.cumulative(own.values());
        Figure<Double> benchmarkReturn = ReturnStatistics.cumulative(other.values());
        return Figure.known(new BenchmarkComparison(
                name,
                own.date(0),
                own.date(own.size() - 1),
                own.size(),
                portfolioReturn,
                benchmarkReturn,
                portfolioReturn.flatMap(one -> benchmarkReturn.map(two -> one - two)),
                statistics.flatMap(BenchmarkStatistics::trackingError),
                statistics.flatMap(BenchmarkStatistics::informationRatio),
                statistics.flatMap(BenchmarkStatistics::beta),
                statistics.flatMap(BenchmarkStatistics::alpha),
                statistics.flatMap(BenchmarkStatistics::jensenAlpha),
                statistics.flatMap(BenchmarkStatistics::correlation),
                statistics.flatMap(found -> found.upCapture(Capture.CUMULATIVE)),
                statistics.flatMap(found -> found.downCapture(Capture.CUMULATIVE)),
                statistics.flatMap(BenchmarkStatistics::treynor),
                statistics.flatMap(BenchmarkStatistics::mSquared),
                statistics.flatMap(BenchmarkStatistics::specificRisk),
                benchmark.dividends(),
                ReturnsInWindow.CONVENTIONS.label()));
    }
}
