package io.dawsos.application.performance;

import io.dawsos.application.performance.CalendarTable.CalendarCell;
import io.dawsos.application.performance.RollingTable.RollingWindow;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.ResultPath;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.CalendarReturns;
import io.dawsos.domain.performance.CalendarReturns.CalendarReturn;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.RollingReturns;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Capabilities about what a portfolio returned: by period, by month, in rolling windows, and weighted by money. */
public final class ReturnCapabilities {

    private static final int LONGEST = 10_000;

    private final PortfolioSnapshots snapshots;

    @Inject
    ReturnCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of the capabilities about a whole portfolio. */
    public record PortfolioArguments(UUID portfolioId) {}

    /** Arguments of {@code metrics.rolling}. */
    public record RollingArguments(
            UUID portfolioId,

            @Describe("Daily returns in a window, 2 to 10000; 252 if null.")
            Optional<Integer> windowDays,

            @Describe("Days from one window to the next, 1 to 10000; 5 if null.")
            Optional<Integer> stepDays) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                                "metrics.compute_mwr",
                                "The money-weighted return of a portfolio, with all rates that satisfy its equation",
                                PortfolioArguments.class,
                                MoneyWeighted.class,
                                this::moneyWeighted)
                        .explainedBy(this::explainMoneyWeighted),
                Capability.pure(
                                "metrics.periods",
                                "Returns over the usual periods under four methods",
                                PortfolioArguments.class,
                                PeriodReturns.class,
                                this::periods)
                        .explainedBy(this::explainPeriods),
                Capability.pure(
                                "metrics.calendar",
                                "Time-weighted returns by calendar month and year",
                                PortfolioArguments.class,
                                CalendarTable.class,
                                this::calendar)
                        .explainedBy(this::explainCalendar),
                Capability.pure(
                                "metrics.rolling",
                                "Return and risk of rolling windows",
                                RollingArguments.class,
                                RollingTable.class,
                                this::rolling)
                        .explainedBy(this::explainRolling));
    }

    private <R> Outcome<R> over(
            RequestContext context, UUID portfolio, String method, Function<PortfolioSnapshot, Figure<R>> result) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, portfolio);
        Figure<R> value = found.flatMap(result);
        return value.whyMissing().isPresent()
                ? Outcome.unavailable(value.whyMissing().get())
                : Outcome.available(
                        value.asOptional().orElseThrow(),
                        Sources.of(found.asOptional().orElseThrow(), method, false));
    }

    private Outcome<MoneyWeighted> moneyWeighted(RequestContext context, PortfolioArguments arguments) {
        return over(context, arguments.portfolioId(), MoneyWeightedReturn.METHOD, snapshot -> {
            ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
            int first = returns.firstKnown();
            if (first < 0) {
                return Figure.missing(returns.sinceInception().whyMissing().orElseThrow());
            }
            int last = returns.days().size() - 1;
            return MoneyWeightedReturn.of(snapshot.valuation(), first - 1, last)
                    .map(found -> new MoneyWeighted(
                            returns.days().date(first),
                            snapshot.asOf(),
                            found.wholePeriod(),
                            found.annual(),
                            found.rates().stream()
                                    .flatMap(rate -> rate.annual().asOptional().stream())
                                    .toList(),
                            found.unique(),
                            found.modifiedDietz(),
                            found.years(),
                            MoneyWeightedReturn.METHOD));
        });
    }

    private Outcome<PeriodReturns> periods(RequestContext context, PortfolioArguments arguments) {
        return over(
                context,
                arguments.portfolioId(),
                "four methods, named in the result",
                snapshot -> Figure.known(new PeriodReturns(
                        snapshot.asOf(),
                        snapshot.base().code(),
                        new PeriodTable(snapshot).table(),
                        PeriodTable.METHODS)));
    }

    private Outcome<CalendarTable> calendar(RequestContext context, PortfolioArguments arguments) {
        return over(context, arguments.portfolioId(), "time-weighted, daily linked", snapshot -> {
            ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
            List<CalendarCell> months = cells(CalendarReturns.months(returns));
            List<CalendarCell> complete = months.stream()
                    .filter(cell -> cell.complete() && cell.twr().asOptional().isPresent())
                    .sorted(Comparator.comparingDouble(
                            cell -> cell.twr().asOptional().orElseThrow()))
                    .toList();
            long positive = complete.stream()
                    .filter(cell -> cell.twr().asOptional().orElseThrow() > 0)
                    .count();
            return Figure.known(new CalendarTable(
                    snapshot.asOf(),
                    months,
                    cells(CalendarReturns.years(returns)),
                    complete.stream().skip(Math.max(0, complete.size() - 1)).findFirst(),
                    complete.stream().findFirst(),
                    complete.isEmpty() ? Optional.empty() : Optional.of((double) positive / complete.size())));
        });
    }

    private Optional<Explanation> explainMoneyWeighted(
            RequestContext context, PortfolioArguments arguments, String path) {
        return explanations(context, arguments.portfolioId()).flatMap(found -> found.moneyWeighted(path));
    }

    private Optional<Explanation> explainPeriods(RequestContext context, PortfolioArguments arguments, String path) {
        return explanations(context, arguments.portfolioId())
                .flatMap(found -> ResultPath.of(path).flatMap(found::period));
    }

    private Optional<Explanation> explainCalendar(RequestContext context, PortfolioArguments arguments, String path) {
        return explanations(context, arguments.portfolioId())
                .flatMap(found -> ResultPath.of(path).flatMap(found::calendar));
    }

    private Optional<Explanation> explainRolling(RequestContext context, RollingArguments arguments, String path) {
        return explanations(context, arguments.portfolioId())
                .flatMap(found -> ResultPath.of(path)
                        .flatMap(place -> found.rolling(
                                place,
                                arguments.windowDays().orElse(252),
                                arguments.stepDays().orElse(5))));
    }

    private Optional<ReturnExplanations> explanations(RequestContext context, UUID portfolio) {
        return snapshots.of(context, portfolio).asOptional().map(ReturnExplanations::new);
    }

    private static List<CalendarCell> cells(List<CalendarReturn> found) {
        return found.stream()
                .map(cell -> new CalendarCell(cell.year(), cell.month(), cell.value(), cell.complete()))
                .toList();
    }

    private Outcome<RollingTable> rolling(RequestContext context, RollingArguments arguments) {
        int window = inRange("window_days", arguments.windowDays().orElse(252), 2);
        int step = inRange("step_days", arguments.stepDays().orElse(5), 1);
        return over(
                context,
                arguments.portfolioId(),
                "linked daily returns; sample standard deviation x sqrt(252)",
                snapshot -> Figure.known(new RollingTable(
                        window,
                        step,
                        RollingReturns.of(ReturnSeries.of(snapshot.valuation()), window, step).stream()
                                .map(point -> new RollingWindow(point.last(), point.total(), point.volatility()))
                                .toList())));
    }

    private static int inRange(String name, int value, int least) {
        if (value < least || value > LONGEST) {
            throw new InvalidArgumentException(name, "found " + value, "expected " + least + " to " + LONGEST);
        }
        return value;
    }
}
