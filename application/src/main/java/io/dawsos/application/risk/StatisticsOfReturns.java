package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.risk.RiskStatistics.Fall;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.DrawdownPath.Episode;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskRatios;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes the statistics of the returns of one window. */
final class StatisticsOfReturns {

    private static final int MOST_FALLS = 5;
    private static final double TAIL = 0.05;

    private final PortfolioSnapshot snapshot;
    private final ReturnSample sample;
    private final double[] returns;
    private final Figure<double[]> riskFree;

    StatisticsOfReturns(PortfolioSnapshot snapshot, int window) {
        ReturnsInWindow inWindow = new ReturnsInWindow(snapshot, window);
        this.snapshot = snapshot;
        this.sample = inWindow.sample();
        this.returns = inWindow.values();
        this.riskFree = inWindow.riskFree(sample);
    }

    RiskStatistics compute() {
        RiskConventions daily = ReturnsInWindow.CONVENTIONS;
        Figure<DrawdownPath> path = DrawdownPath.of(returns);
        return new RiskStatistics(
                sample.size() == 0 ? Optional.empty() : Optional.of(sample.date(0)),
                snapshot.asOf(),
                sample.size(),
                ReturnStatistics.annual(returns, daily),
                ReturnStatistics.volatility(returns, daily),
                riskFree.flatMap(rates -> ReturnStatistics.downsideDeviation(returns, rates, daily)),
                ReturnStatistics.semiDeviation(returns, daily),
                riskFree.flatMap(rates -> RiskRatios.sharpe(returns, rates, daily)),
                riskFree.flatMap(rates -> RiskRatios.adjustedSharpe(returns, rates, daily)),
                riskFree.flatMap(rates -> RiskRatios.sortino(returns, rates, daily)),
                RiskRatios.calmar(returns, daily),
                riskFree.flatMap(rates -> RiskRatios.omega(returns, rates)),
                RiskRatios.martin(returns, daily),
                RiskRatios.pain(returns, daily),
                path.map(found -> 0 - found.maximum()),
                path.map(found -> 0 - found.averageDepth()),
                path.map(DrawdownPath::ulcerIndex),
                path.map(DrawdownPath::painIndex),
                path.asOptional().map(this::deepest).orElse(List.of()),
                ReturnStatistics.skewness(returns),
                ReturnStatistics.excessKurtosis(returns),
                RiskRatios.tailRatio(returns, TAIL),
                any().map(all -> Arrays.stream(all).filter(value -> value > 0).count() / (double) all.length),
                any().map(all -> Arrays.stream(all).max().orElseThrow()),
                any().map(all -> Arrays.stream(all).min().orElseThrow()),
                daily.label());
    }

    private Figure<double[]> any() {
        return returns.length == 0
                ? Figure.missing(new Unavailable(
                        "too_few_returns", "no day of the window has a return", "import transactions and prices"))
                : Figure.known(returns);
    }

    private List<Fall> deepest(DrawdownPath path) {
        return path.episodes().stream()
                .sorted(Comparator.comparingDouble(Episode::depth).reversed())
                .limit(MOST_FALLS)
                .map(fall -> new Fall(
                        0 - fall.depth(),
                        sample.date(fall.from()),
                        sample.date(fall.trough()),
                        fall.recovery().isPresent()
                                ? Optional.of(sample.date(fall.recovery().getAsInt()))
                                : Optional.empty()))
                .toList();
    }
}
