package io.dawsos.domain.cases;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.risk.BenchmarkStatistics;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import io.dawsos.domain.risk.RiskRatios;
import io.dawsos.domain.statistics.Moments;
import tools.jackson.databind.JsonNode;

/** Risk of series of returns: compounded a year, the benchmark's figures with the population deviation. */
final class RiskCases {

    private RiskCases() {}

    static Answers risk(JsonNode inputs) {
        double[] returns = XirrOraclesTest.doubles(inputs.get("returns"));
        double[] zero = new double[returns.length];
        double[] targets = ReturnStatistics.constant(
                inputs.get("options").get("minimumAcceptableReturn").asDouble(), returns.length);
        RiskConventions yearly = new RiskConventions(
                inputs.get("periodsPerYear").asDouble(), Divisor.LESS_ONE, Divisor.ALL, Compounding.GEOMETRIC);
        RiskConventions population = yearly.divided(Divisor.ALL, Divisor.ALL);
        Answers answers = new Answers()
                .with(
                        "downsideDeviation",
                        () -> known(ReturnStatistics.downsideDeviation(returns, targets, yearly.periods(1))))
                .with("downsidePotential", () -> known(ReturnStatistics.lowerPartialMoment(returns, targets, 1)))
                .with("downsideFrequency", () -> known(ReturnStatistics.downsideFrequency(returns, targets)))
                .with(
                        "meanAbsoluteDeviation",
                        () -> known(ReturnStatistics.meanAbsoluteDeviation(returns, Moments.mean(returns))))
                .with("kurtosisSampleExcess", () -> Moments.of(returns).sampleExcessKurtosis())
                .with("kurtosisSample", () -> Moments.of(returns).sampleExcessKurtosis() + normal(returns.length))
                .with("kappa2", () -> known(RiskRatios.kappa(returns, targets, 2)))
                .with("omegaSharpe", () -> known(RiskRatios.kappa(returns, targets, 1)))
                .with("adjustedSharpe", () -> known(RiskRatios.adjustedSharpe(returns, zero, yearly)))
                .with("painIndex", () -> known(DrawdownPath.of(returns).map(DrawdownPath::painIndex)))
                .with("painRatio", () -> known(RiskRatios.pain(returns, yearly)))
                .with("martinRatio", () -> known(RiskRatios.martin(returns, yearly)))
                .with("burkeRatio", () -> known(RiskRatios.burke(returns, yearly)));
        if (inputs.has("benchmarkReturns")) {
            double[] benchmark = XirrOraclesTest.doubles(inputs.get("benchmarkReturns"));
            BenchmarkStatistics pairs = BenchmarkStatistics.of(returns, benchmark, zero, population);
            answers.with("mSquared", () -> known(pairs.mSquared()))
                    .with("jensenAlpha", () -> known(pairs.jensenAlpha()))
                    .with("specificRisk", () -> known(pairs.specificRisk()))
                    .with("appraisalRatio", () -> known(pairs.jensenAlpha()) / known(pairs.specificRisk()))
                    .with(
                            "treynorModified",
                            () -> known(pairs.treynor()) / known(ReturnStatistics.volatility(benchmark, population)));
        }
        return answers;
    }

    private static double known(Figure<Double> figure) {
        return figure.asOptional().orElseThrow();
    }

    private static double normal(double n) {
        return 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }
}
