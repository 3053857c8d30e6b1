package io.dawsos.application.risk;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The results of the capabilities about tails, positions and benchmarks. */
public final class RiskResults {

    private RiskResults() {}

    /** What can be lost: the result of {@code risk.value_at_risk}. */
    @Describe("What can be lost over a horizon with a confidence, by several methods.")
    public record ValueAtRisk(
            LocalDate asOf,
            String baseCurrency,
            @Describe("Between 0 and 1.") double confidence,
            @Describe("Valuation days.") int horizonDays,
            @Describe("Daily returns.") int observations,

            @Describe("What the fractions are of, in base currency.")
            Figure<Double> portfolioValue,

            List<TailRow> methods) {}

    /** One method. Losses are positive. */
    public record TailRow(
            String method,

            @Describe("Loss that is exceeded with a probability of 1 - confidence, as a fraction.")
            Figure<Double> var,

            @Describe("The same in base currency.") Figure<Double> varMoney,

            @Describe("Mean of the losses beyond it, as a fraction.")
            Figure<Double> cvar,

            @Describe("The same in base currency.") Figure<Double> cvarMoney) {}

    /** The risk of each position: the result of {@code risk.positions}. */
    @Describe(
            "The risk of a portfolio taken apart into its positions; present weights over past returns of prices and rates.")
    public record PositionRisks(
            LocalDate asOf,
            String baseCurrency,
            double confidence,
            int horizonDays,

            @Describe("Days on which all positions have a return.")
            int observations,

            @Describe("A year.") double volatility,

            @Describe("Value at risk, a positive fraction of the portfolio.")
            double valueAtRisk,

            @Describe("Mean loss beyond it.") double conditionalValueAtRisk,

            @Describe("The positions' volatilities at their weights over the portfolio's.")
            double diversificationRatio,

            @Describe("The greatest part of the volatility first.")
            List<PositionRiskRow> positions,

            @Describe("Positions whose prices are missing or too few; their weights count as free of risk.")
            List<String> leftOut,

            String method) {}

    /** One position. */
    public record PositionRiskRow(
            @Describe("Null for cash.") Optional<UUID> securityId,
            String symbol,
            @Describe("Of the portfolio's value.") double weight,
            @Describe("Its own, a year.") double volatility,
            @Describe("With the portfolio.") Figure<Double> correlation,

            @Describe("Its part of the portfolio's volatility; all parts sum to it.")
            double volatilityContribution,

            @Describe("The same as a fraction of it.") double volatilityShare,

            @Describe("What the value at risk grows by for one more unit of weight.")
            double marginalVar,

            @Describe("Its part of the value at risk; all parts sum to it.")
            double componentVar) {}

    /** The risk of one holding: the result of {@code compute_position_risk}. */
    @Describe("The risk of one holding, alone and in the portfolio. Losses are positive.")
    public record HoldingRisk(
            UUID securityId,
            String symbol,

            @Describe("Its own value at risk over one day at 95 %, in base currency.")
            Figure<Double> var1d,

            @Describe("The same as a fraction of its value.")
            double var1dPct,

            @Describe("What the portfolio's value at risk grows by for one more unit of weight.")
            double marginalVar,

            @Describe("Its part of the portfolio's value at risk, a fraction of the portfolio.")
            double componentVar,

            @Describe("Its part of the portfolio's volatility, as a fraction of it.")
            double pctPortfolioRisk,

            @Describe("A year.") double positionVolatility,
            @Describe("A year.") double portfolioVolatility,

            @Describe("Correlation times the ratio of the volatilities.")
            Figure<Double> betaToPortfolio,

            Figure<Double> correlation,

            @Describe("1 less the part of its own volatility that it adds to the portfolio's.")
            Figure<Double> diversificationBenefit,

            @Describe("Days with returns of all positions.") int dataPoints,
            String method) {}

    /** A portfolio against a benchmark: the result of {@code metrics.benchmark}. */
    @Describe("A portfolio against a benchmark, by daily total returns in base currency.")
    public record BenchmarkComparison(
            @Describe("Symbols with weights.") String benchmark,
            LocalDate startDate,
            LocalDate endDate,
            @Describe("Days with both returns.") int observations,
            @Describe("Of the portfolio over these days.") Figure<Double> portfolioReturn,
            Figure<Double> benchmarkReturn,
            @Describe("The first less the second.") Figure<Double> activeReturn,

            @Describe("Deviation of the daily differences x sqrt(252).")
            Figure<Double> trackingError,

            @Describe("Active return a year over tracking error.")
            Figure<Double> informationRatio,

            Figure<Double> beta,
            @Describe("A year.") Figure<Double> alpha,
            @Describe("Jensen 1968, a year.") Figure<Double> jensenAlpha,
            Figure<Double> correlation,

            @Describe("Compounded returns over the days on which the benchmark rose, over its own.")
            Figure<Double> upCapture,

            Figure<Double> downCapture,

            @Describe("Return above the risk-free rate over beta.")
            Figure<Double> treynorRatio,

            @Describe("Modigliani and Modigliani 1997, a year.")
            Figure<Double> mSquared,

            @Describe("Deviation of what beta does not explain, a year.")
            Figure<Double> specificRisk,

            @Describe("Dividends of the benchmark that are stored and counted.")
            int dividendsCounted,

            String conventions) {}
}
