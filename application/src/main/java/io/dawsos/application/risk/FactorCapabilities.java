package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.risk.FactorResults.Exposure;
import io.dawsos.application.risk.FactorResults.ExposureHistory;
import io.dawsos.application.risk.FactorResults.ExposurePoint;
import io.dawsos.application.risk.FactorResults.Exposures;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.SliceRequest;
import io.dawsos.domain.risk.FactorExposures;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.statistics.LeastSquares;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Capabilities about how a portfolio moves with factors. */
public final class FactorCapabilities {

    private static final int WHOLE_YEAR = 252;
    private static final int LONGEST = 10_000;

    private final PortfolioSnapshots snapshots;
    private final MarketData marketData;

    @Inject
    FactorCapabilities(PortfolioSnapshots snapshots, MarketData marketData) {
        this.snapshots = snapshots;
        this.marketData = marketData;
    }

    /** Arguments of {@code risk.compute_factor_exposures}. */
    public record ExposureArguments(
            UUID portfolioId,

            @Describe("Daily changes to look back, 60 to 10000; 252 if null.")
            Optional<Integer> lookbackDays,

            @Describe(
                    "Macro series such as DGS10:difference or SP500:return; real rate, inflation, credit, dollar and equity if null.")
            Optional<List<String>> factors) {}

    /** Arguments of {@code risk.get_factor_exposure_history}. */
    public record HistoryArguments(
            UUID portfolioId,

            @Describe("Daily changes to look back, 60 to 10000; 1260 if null.")
            Optional<Integer> lookbackDays,

            @Describe("Changes in each window, 60 to 10000; 252 if null.")
            Optional<Integer> windowDays,

            @Describe("Changes from one window to the next, 1 to 10000; 21 if null.")
            Optional<Integer> stepDays,

            @Describe("As for risk.compute_factor_exposures.")
            Optional<List<String>> factors) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "risk.compute_factor_exposures",
                        "How a portfolio moves with factors",
                        ExposureArguments.class,
                        Exposures.class,
                        this::exposures),
                Capability.pure(
                        "risk.get_factor_exposure_history",
                        "How a portfolio moved with factors over time",
                        HistoryArguments.class,
                        ExposureHistory.class,
                        this::history));
    }

    private static int inRange(String name, int value, int least) {
        if (value < least || value > LONGEST) {
            throw new InvalidArgumentException(name, "found " + value, "expected " + least + " to " + LONGEST);
        }
        return value;
    }

    private <R> Outcome<R> over(
            RequestContext context,
            UUID portfolio,
            Optional<List<String>> names,
            int lookback,
            BiFunction<List<FactorSpec>, FactorColumns, Figure<R>> result) {
        List<FactorSpec> factors = names.map(FactorSpec::parse).orElse(FactorSpec.STANDARD);
        Figure<PortfolioSnapshot> found = snapshots.of(context, portfolio);
        Figure<R> value = found.flatMap(snapshot ->
                columns(context, snapshot, factors, lookback).flatMap(columns -> result.apply(factors, columns)));
        return value.whyMissing().isPresent()
                ? Outcome.unavailable(value.whyMissing().get())
                : Outcome.available(
                        value.asOptional().orElseThrow(),
                        provenance(found.asOptional().orElseThrow(), factors));
    }

    private static Provenance provenance(PortfolioSnapshot snapshot, List<FactorSpec> factors) {
        List<String> sources = new ArrayList<>(
                List.of("ledger", "pack:" + snapshot.slice().pack().id().value()));
        factors.forEach(factor -> sources.add("fred:" + factor.series()));
        return new Provenance(sources, Optional.of(snapshot.asOf()), FactorExposures.METHOD, 1, snapshot.simulated());
    }

    private Figure<FactorColumns> columns(
            RequestContext context, PortfolioSnapshot snapshot, List<FactorSpec> factors, int lookback) {
        Set<String> series = factors.stream().map(FactorSpec::series).collect(Collectors.toSet());
        return FactorColumns.of(
                snapshot,
                marketData.slice(
                        snapshot.slice().pack(),
                        new SliceRequest(
                                Set.of(),
                                Set.of(),
                                series,
                                snapshot.valuation().days().size() == 0
                                        ? snapshot.asOf()
                                        : snapshot.valuation().days().date(0),
                                snapshot.asOf()),
                        context.deadline()),
                factors,
                lookback);
    }

    private Outcome<Exposures> exposures(RequestContext context, ExposureArguments arguments) {
        int lookback = inRange("lookback_days", arguments.lookbackDays().orElse(WHOLE_YEAR), FactorExposures.LEAST);
        return over(context, arguments.portfolioId(), arguments.factors(), lookback, FactorCapabilities::measured);
    }

    private static Figure<Exposures> measured(List<FactorSpec> factors, FactorColumns columns) {
        return FactorExposures.of(columns.returns(), names(factors), columns.factors(), ReturnsInWindow.CONVENTIONS)
                .map(found -> {
                    Map<String, Exposure> rows = new LinkedHashMap<>();
                    for (int i = 0; i < factors.size(); i++) {
                        LeastSquares.Coefficient line =
                                found.line().coefficients().get(i);
                        FactorExposures.Factor part = found.factors().get(i);
                        rows.put(
                                factors.get(i).name(),
                                new Exposure(
                                        factors.get(i).series(),
                                        factors.get(i).change().label(),
                                        part.exposure(),
                                        line.t(),
                                        line.robustT(),
                                        part.varianceShare(),
                                        part.returnContribution()));
                    }
                    return new Exposures(
                            columns.days().get(0),
                            columns.days().get(columns.days().size() - 1),
                            found.line().observations(),
                            rows,
                            found.alpha(),
                            found.line().intercept().robustT(),
                            found.line().rSquared(),
                            found.line().adjustedRSquared(),
                            ReturnStatistics.volatility(columns.returns(), ReturnsInWindow.CONVENTIONS),
                            found.residualRisk(),
                            FactorExposures.METHOD);
                });
    }

    private static List<String> names(List<FactorSpec> factors) {
        return factors.stream().map(FactorSpec::name).toList();
    }

    private Outcome<ExposureHistory> history(RequestContext context, HistoryArguments arguments) {
        int lookback = inRange("lookback_days", arguments.lookbackDays().orElse(5 * WHOLE_YEAR), FactorExposures.LEAST);
        int window = inRange("window_days", arguments.windowDays().orElse(WHOLE_YEAR), FactorExposures.LEAST);
        int step = inRange("step_days", arguments.stepDays().orElse(21), 1);
        return over(
                context,
                arguments.portfolioId(),
                arguments.factors(),
                lookback,
                (factors, columns) -> rolled(factors, columns, window, step));
    }

    private static Figure<ExposureHistory> rolled(
            List<FactorSpec> factors, FactorColumns columns, int window, int step) {
        int size = columns.returns().length;
        int count = size < window ? 0 : (size - window) / step + 1;
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            ends[i] = size - 1 - (count - 1 - i) * step;
        }
        List<ExposurePoint> points = new ArrayList<>();
        List<Figure<FactorExposures>> rolling = FactorExposures.rolling(
                columns.returns(), names(factors), columns.factors(), ends, window, ReturnsInWindow.CONVENTIONS);
        for (int i = 0; i < count; i++) {
            int end = ends[i];
            rolling.get(i).asOptional().ifPresent(found -> {
                Map<String, Double> betas = new LinkedHashMap<>();
                found.factors().forEach(factor -> betas.put(factor.name(), factor.exposure()));
                points.add(new ExposurePoint(
                        columns.days().get(end), betas, found.line().rSquared(), found.residualRisk()));
            });
        }
        if (points.isEmpty()) {
            return Figure.missing(new Unavailable(
                    "too_few_returns",
                    size + " daily changes are in the history, and a window needs " + window,
                    "import older prices and series, or ask for shorter windows of 60 or more"));
        }
        return Figure.known(new ExposureHistory(window, step, points, points.size(), FactorExposures.METHOD));
    }
}
