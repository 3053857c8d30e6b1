package io.dawsos.application.portfolio;

import io.dawsos.application.portfolio.CurrencyAttributionResult.CurrencyPart;
import io.dawsos.application.portfolio.PerformanceMetrics.Conventions;
import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.Drawdown;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.pricing.ObservationSeries;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Capabilities that say how a portfolio did and why. */
public final class PerformanceCapabilities {

    private static final Conventions CONVENTIONS = new Conventions(
            "daily linked; inflows at the start of their day, outflows at its end",
            "weekdays",
            "simple daily returns, sample standard deviation, 252 days a year",
            PortfolioSnapshots.RISK_FREE_SERIES);
    private static final int YEAR = ReturnWindow.DAYS_PER_YEAR;

    private final PortfolioSnapshots snapshots;

    @Inject
    PerformanceCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of the capabilities over a window. */
    public record WindowArguments(
            UUID portfolioId,

            @Describe("The run's pricing pack; another one is refused.")
            Optional<String> packId,

            @Describe("Valuation days to look back; 252 if null.")
            Optional<Integer> lookbackDays) {

        int window() {
            int days = lookbackDays.orElse(YEAR);
            if (days < 2) {
                throw new InvalidArgumentException("lookback_days", "found " + days, "expected 2 or more");
            }
            return days;
        }
    }

    /** The result of {@code metrics.compute_sharpe}. */
    @Describe("Sharpe ratios over several windows of daily returns.")
    public record SharpeRatios(
            @Describe("Over the last 30 returns.") Figure<Double> sharpe30d,
            @Describe("Over the last 90 returns.") Figure<Double> sharpe90d,
            @Describe("Over the last 252 returns.") Figure<Double> sharpe1y,
            @Describe("Over the whole history.") Figure<Double> sharpeItd,
            Conventions conventions) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                                "metrics.compute_twr",
                                "Time-weighted returns and the risk they came with",
                                WindowArguments.class,
                                PerformanceMetrics.class,
                                this::metrics)
                        .explainedBy(this::explainMetrics),
                Capability.pure(
                                "metrics.compute",
                                "All performance numbers of a portfolio",
                                WindowArguments.class,
                                PerformanceMetrics.class,
                                this::metrics)
                        .explainedBy(this::explainMetrics),
                Capability.pure(
                        "metrics.compute_sharpe",
                        "Sharpe ratios over several windows",
                        WindowArguments.class,
                        SharpeRatios.class,
                        this::sharpe),
                Capability.pure(
                                "attribution.currency",
                                "Splits a return into local prices, exchange rates and their interaction",
                                WindowArguments.class,
                                CurrencyAttributionResult.class,
                                this::attribution)
                        .explainedBy(this::explainAttribution));
    }

    private Figure<PortfolioSnapshot> snapshot(RequestContext context, WindowArguments arguments) {
        ValuationCapabilities.requirePinned(context, arguments.packId());
        return snapshots.of(context, arguments.portfolioId());
    }

    private Outcome<PerformanceMetrics> metrics(RequestContext context, WindowArguments arguments) {
        int length = arguments.window();
        Figure<PortfolioSnapshot> found = snapshot(context, arguments);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
        ReturnWindow window = returns.last(length);
        Figure<Drawdown> drawdown = window.maxDrawdown();
        LocalDate asOf = snapshot.asOf();
        ValuationDays days = returns.days();
        int first = returns.firstKnown();
        Figure<Double> total = returns.sinceInception();
        List<LocalDate> starts = periodStarts(returns, asOf);
        PerformanceMetrics metrics = new PerformanceMetrics(
                asOf,
                total.map(value -> days.date(first)),
                returns.since(starts.get(0)),
                returns.since(starts.get(1)),
                returns.since(starts.get(2)),
                returns.since(starts.get(3)),
                returns.since(starts.get(4)),
                annualized(returns, asOf, 3),
                annualized(returns, asOf, 5),
                total,
                total.whyMissing().isPresent()
                        ? total
                        : ReturnSeries.annualized(
                                total.asOptional().orElseThrow(), asOf.toEpochDay() - days.day(first)),
                window.volatility(),
                window.sharpeRatio(riskFree(snapshot), PortfolioSnapshots.RISK_FREE_SERIES),
                drawdown.map(Drawdown::depth),
                drawdown.map(Drawdown::peak),
                drawdown.map(Drawdown::trough),
                recovery(drawdown),
                drawdown.map(Drawdown::current),
                window.size(),
                returns.skipped().size(),
                CONVENTIONS);
        return Outcome.available(metrics, Sources.of(snapshot, CONVENTIONS.timeWeightedReturn(), true));
    }

    /** The days at whose ends the periods of a day, the month, the quarter, the year and one year begin. */
    static List<LocalDate> periodStarts(ReturnSeries returns, LocalDate asOf) {
        ValuationDays days = returns.days();
        return List.of(
                days.size() > 1 ? days.date(days.size() - 2) : asOf.minusDays(1),
                asOf.withDayOfMonth(1).minusDays(1),
                quarterStart(asOf).minusDays(1),
                LocalDate.of(asOf.getYear() - 1, 12, 31),
                asOf.minusYears(1));
    }

    private Optional<Explanation> explainMetrics(RequestContext context, WindowArguments arguments, String path) {
        return snapshot(context, arguments)
                .asOptional()
                .flatMap(found -> new PerformanceExplanations(found).metric(path, arguments.window()));
    }

    private Optional<Explanation> explainAttribution(RequestContext context, WindowArguments arguments, String path) {
        if (attribution(context, arguments) instanceof Outcome.NotAvailable) {
            return Optional.empty();
        }
        return snapshot(context, arguments)
                .asOptional()
                .flatMap(found -> ResultPath.of(path)
                        .flatMap(place -> new PerformanceExplanations(found).attribution(place, arguments.window())));
    }

    private static Figure<LocalDate> recovery(Figure<Drawdown> drawdown) {
        if (drawdown.asOptional().filter(found -> found.recovery().isEmpty()).isPresent()) {
            return Figure.missing(new Unavailable(
                    "not_recovered", "the index has not reached its peak again", "ask again at a later date"));
        }
        return drawdown.map(found -> found.recovery().orElseThrow());
    }

    private static Figure<Double> annualized(ReturnSeries returns, LocalDate asOf, int years) {
        LocalDate start = asOf.minusYears(years);
        Figure<Double> total = returns.since(start);
        return total.whyMissing().isPresent()
                ? total
                : ReturnSeries.annualized(total.asOptional().orElseThrow(), asOf.toEpochDay() - start.toEpochDay());
    }

    private static LocalDate quarterStart(LocalDate date) {
        return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static ObservationSeries riskFree(PortfolioSnapshot snapshot) {
        return snapshot.slice().macroOf(PortfolioSnapshots.RISK_FREE_SERIES);
    }

    private Outcome<SharpeRatios> sharpe(RequestContext context, WindowArguments arguments) {
        Figure<PortfolioSnapshot> found = snapshot(context, arguments);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
        return Outcome.available(
                new SharpeRatios(
                        sharpe(snapshot, returns, 30),
                        sharpe(snapshot, returns, 90),
                        sharpe(snapshot, returns, YEAR),
                        sharpe(snapshot, returns, returns.days().size()),
                        CONVENTIONS),
                Sources.of(snapshot, CONVENTIONS.risk(), true));
    }

    private static Figure<Double> sharpe(PortfolioSnapshot snapshot, ReturnSeries returns, int length) {
        return returns.last(length).sharpeRatio(riskFree(snapshot), PortfolioSnapshots.RISK_FREE_SERIES);
    }

    private Outcome<CurrencyAttributionResult> attribution(RequestContext context, WindowArguments arguments) {
        int length = arguments.window();
        Figure<PortfolioSnapshot> found = snapshot(context, arguments);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
        Figure<CurrencyAttribution> split = CurrencyAttribution.of(snapshot.valuation(), returns, length);
        if (split.whyMissing().isPresent()) {
            return Outcome.unavailable(split.whyMissing().get());
        }
        CurrencyAttribution attribution = split.asOptional().orElseThrow();
        Map<String, CurrencyPart> byCurrency = new TreeMap<>();
        attribution
                .byCurrency()
                .forEach((currency, part) -> byCurrency.put(
                        currency.code(),
                        new CurrencyPart(
                                part.parts().local(),
                                part.parts().fx(),
                                part.parts().interaction(),
                                part.parts().total(),
                                part.weight())));
        return Outcome.available(
                new CurrencyAttributionResult(
                        snapshot.base().code(),
                        attribution.from(),
                        snapshot.asOf(),
                        attribution.total().local(),
                        attribution.total().fx(),
                        attribution.total().interaction(),
                        attribution.total().total(),
                        attribution.total().total() - attribution.twr(),
                        byCurrency,
                        CurrencyAttribution.METHOD),
                Sources.of(snapshot, CurrencyAttribution.METHOD, false));
    }
}
