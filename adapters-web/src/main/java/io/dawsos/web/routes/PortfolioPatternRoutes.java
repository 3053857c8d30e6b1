package io.dawsos.web.routes;

import io.dawsos.application.corporateaction.ActionImpacts;
import io.dawsos.application.corporateaction.ForwardIncome;
import io.dawsos.application.health.PortfolioHealth;
import io.dawsos.application.performance.CalendarTable;
import io.dawsos.application.performance.Contributions;
import io.dawsos.application.performance.HoldingResults.Comparables;
import io.dawsos.application.performance.HoldingResults.HoldingContribution;
import io.dawsos.application.performance.HoldingResults.HoldingCurrencyAttribution;
import io.dawsos.application.performance.HoldingResults.HoldingReturn;
import io.dawsos.application.performance.MoneyWeighted;
import io.dawsos.application.performance.PeriodReturns;
import io.dawsos.application.performance.RollingTable;
import io.dawsos.application.portfolio.CurrencyAttributionResult;
import io.dawsos.application.portfolio.PerformanceMetrics;
import io.dawsos.application.portfolio.PositionDetails;
import io.dawsos.application.portfolio.TransactionHistory;
import io.dawsos.application.risk.BrinsonResult;
import io.dawsos.application.risk.FactorResults.Exposures;
import io.dawsos.application.risk.RiskResults.BenchmarkComparison;
import io.dawsos.application.risk.RiskResults.HoldingRisk;
import io.dawsos.application.risk.RiskResults.PositionRisks;
import io.dawsos.application.risk.RiskResults.ValueAtRisk;
import io.dawsos.application.risk.RiskStatistics;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.application.tax.ClosedLots;
import io.dawsos.application.tax.LotDetails;
import io.dawsos.domain.figure.Figure;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions about one portfolio that have a pattern each: its query parameters are the pattern's inputs. */
final class PortfolioPatternRoutes implements Endpoint.Group {

    private static final Map<String, String> SHARED = Map.of(
            "pack_id", "The pricing pack to answer from; the newest if absent",
            "as_of", "The date to answer for, with the newest revision; not together with pack_id");

    private static final String SECURITY = "{security_id}";

    private final PatternOrchestrator orchestrator;

    @Inject
    PortfolioPatternRoutes(PatternOrchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    /** The outputs of {@code portfolio_lots}. */
    record Lots(Figure<LotDetails> openLots, Figure<ClosedLots> closedLots) {}

    /** The outputs of {@code portfolio_health}. */
    record Health(Figure<PortfolioHealth> health) {}

    /** The outputs of {@code corporate_actions_upcoming}. */
    record Actions(Figure<ActionImpacts> actionsWithImpact) {}

    /** The outputs of {@code dividend_income}. */
    record Income(Figure<ForwardIncome> forwardIncome) {}

    /** The outputs of {@code holding_deep_dive}. */
    record DeepDive(
            Figure<PositionDetails> position,
            Figure<HoldingReturn> positionPerf,
            Figure<HoldingContribution> contribution,
            Figure<HoldingCurrencyAttribution> currencyAttr,
            Figure<HoldingRisk> risk,
            Figure<TransactionHistory> transactions,
            Figure<Comparables> comparables) {}

    /** The outputs of {@code portfolio_attribution}. */
    record Attribution(
            Figure<CurrencyAttributionResult> currencyAttr,
            Figure<Contributions> contributions,
            Figure<BrinsonResult> brinson) {}

    /** The outputs of {@code portfolio_risk}. */
    record Risk(
            Figure<RiskStatistics> statistics,
            Figure<ValueAtRisk> valueAtRisk,
            Figure<PositionRisks> positionRisk,
            Figure<Exposures> factorExposures,
            Figure<BenchmarkComparison> benchmark) {}

    /** The outputs of {@code portfolio_performance}. */
    record Performance(
            Figure<PeriodReturns> periods,
            Figure<MoneyWeighted> moneyWeighted,
            Figure<CalendarTable> calendar,
            Figure<RollingTable> rolling,
            Figure<PerformanceMetrics> perfMetrics) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                question(
                        "holdings/{security_id}",
                        "holding_deep_dive",
                        "One holding: its lots, how it did, what it added, what currencies made of it, what is like it",
                        DeepDive.class,
                        Map.of(),
                        Map.of("lookback_days", "Valuation days to look back, 252 if absent")),
                question(
                        "attribution",
                        "portfolio_attribution",
                        "Where a portfolio's return came from: currencies, holdings, sectors",
                        Attribution.class,
                        Map.of(
                                "benchmark",
                                "Symbols with weights such as SPY:0.6,AGG:0.4; then its excess is split by sector",
                                "group_by",
                                "sector or currency; sector if absent"),
                        Map.of("lookback_days", "Valuation days to look back, 252 if absent")),
                question(
                        "risk",
                        "portfolio_risk",
                        "Statistics of returns, value at risk, the parts of positions, exposures to factors, and a benchmark",
                        Risk.class,
                        Map.of(
                                "benchmark",
                                "A symbol, or symbols with weights such as SPY:0.6,AGG:0.4; none if absent"),
                        Map.of(
                                "lookback_days", "Daily returns to look back, 252 if absent",
                                "horizon_days", "Valuation days ahead for value at risk, 1 if absent")),
                question(
                        "performance",
                        "portfolio_performance",
                        "Returns by period and method, by month, in rolling windows, and weighted by money",
                        Performance.class,
                        Map.of(),
                        Map.of(
                                "window_days", "Daily returns in a rolling window, 252 if absent",
                                "step_days", "Days from one rolling window to the next, 5 if absent",
                                "lookback_days", "Daily returns that risk rests on, 252 if absent")),
                question(
                        "corporate-actions",
                        "corporate_actions_upcoming",
                        "Dividends, splits and results that were announced for what is held",
                        Actions.class,
                        Map.of(),
                        Map.of("days_ahead", "Days after the pack's date to look ahead, 90 if absent")),
                question(
                        "income",
                        "dividend_income",
                        "Dividends of the year ahead, if each held security pays as in the year before",
                        Income.class,
                        Map.of(),
                        Map.of()),
                question(
                        "lots",
                        "portfolio_lots",
                        "Open lots, disposals with the lots they used up, and all methods side by side",
                        Lots.class,
                        Map.of(
                                "method", "fifo, lifo, hifo, average, specific or section_104; fifo if absent",
                                "security_id", "Only disposals of this security"),
                        Map.of("long_term_after_months", "Units held longer than so many months are long-term")),
                question(
                        "health",
                        "portfolio_health",
                        "What is amiss in a portfolio's data, and what would mend it",
                        Health.class,
                        Map.of(),
                        Map.of("stale_after_days", "Days after which a price is old, 5 if absent")));
    }

    /**
     * A route that runs a pattern.
     *
     * @param texts query parameters that are inputs as they are
     * @param numbers query parameters that are whole numbers
     */
    private Endpoint question(
            String name,
            String pattern,
            String summary,
            Class<? extends Record> outputs,
            Map<String, String> texts,
            Map<String, String> numbers) {
        Map<String, String> parameters = new TreeMap<>(SHARED);
        parameters.putAll(texts);
        parameters.putAll(numbers);
        return Endpoint.get("/api/portfolios/{id}/" + name, summary, Schemas.computed(outputs), context -> {
                    Map<String, Object> inputs = new LinkedHashMap<>();
                    inputs.put("portfolio_id", context.pathParam("id"));
                    if (name.contains(SECURITY)) {
                        inputs.put("security_id", context.pathParam("security_id"));
                    }
                    texts.keySet()
                            .forEach(text -> Answers.query(context, text).ifPresent(value -> inputs.put(text, value)));
                    numbers.keySet()
                            .forEach(number -> Answers.query(context, number)
                                    .ifPresent(value -> inputs.put(number, Answers.number(number, value))));
                    run(context, pattern, inputs);
                })
                .with(parameters);
    }

    private void run(Context context, String pattern, Map<String, Object> inputs) {
        ExecutionRequest request = new ExecutionRequest(
                Callers.of(context).user(),
                pattern,
                inputs,
                true,
                Answers.pack(Answers.query(context, "pack_id")),
                Answers.date("as_of", Answers.query(context, "as_of")));
        Answers.send(context, orchestrator.answer(request, View.OUTPUTS));
    }
}
