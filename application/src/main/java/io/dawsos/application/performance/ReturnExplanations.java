package io.dawsos.application.performance;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.ResultPath;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recording;
import io.dawsos.domain.performance.CalendarReturns;
import io.dawsos.domain.performance.CalendarReturns.CalendarReturn;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnPeriod;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import io.dawsos.domain.performance.RollingReturns;
import io.dawsos.domain.performance.RollingReturns.RollingPoint;
import io.dawsos.domain.performance.ValuationDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes the numbers of the return capabilities apart. */
final class ReturnExplanations {

    private final PortfolioSnapshot snapshot;
    private final DailyValuation valuation;
    private final ReturnSeries returns;
    private final ValuationDays days;
    private final int last;

    ReturnExplanations(PortfolioSnapshot snapshot) {
        this.snapshot = snapshot;
        this.valuation = snapshot.valuation();
        this.returns = ReturnSeries.of(valuation);
        this.days = returns.days();
        this.last = days.size() - 1;
    }

    Optional<Explanation> moneyWeighted(String field) {
        PeriodExplanation period = new PeriodExplanation(valuation, returns.firstKnown() - 1, last);
        return switch (field) {
            case "mwr" -> period.moneyWeighted();
            case "ann_mwr" -> period.moneyWeightedAnnual();
            case "modified_dietz" -> period.modifiedDietz();
            case "years" -> Optional.of(period.years());
            default -> Optional.empty();
        };
    }

    /** Explains {@code periods.ytd.twr} and its kin. */
    Optional<Explanation> period(ResultPath path) {
        if (path.size() != 3 || !path.name(0).equals("periods")) {
            return Optional.empty();
        }
        Optional<ReturnPeriod> period = Arrays.stream(ReturnPeriod.values())
                .filter(one -> one.label().equals(path.name(1)))
                .findFirst();
        return period.flatMap(one ->
                new PeriodTable(snapshot).opening(one).asOptional().flatMap(after -> field(one, after, path.name(2))));
    }

    private Optional<Explanation> field(ReturnPeriod period, int after, String field) {
        PeriodExplanation parts = new PeriodExplanation(valuation, after, last);
        return switch (field) {
            case "twr" -> timeWeighted(period).map(Explanation::shown);
            case "twr_annualized" -> annualized(period);
            case "mwr" -> parts.moneyWeighted();
            case "mwr_annualized" -> parts.moneyWeightedAnnual();
            case "modified_dietz" -> parts.modifiedDietz();
            case "simple" -> parts.simple();
            case "opening_value" -> Optional.of(parts.opening().shown());
            case "closing_value" -> Optional.of(parts.closing().shown());
            case "net_flow" -> Optional.of(parts.netFlow().shown());
            case "gain" -> Optional.of(parts.gain().shown());
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> timeWeighted(ReturnPeriod period) {
        Recording recording = new Recording();
        Optional<LocalDate> start = period.start(days);
        if (start.isPresent()) {
            returns.since(start.get(), recording);
        } else {
            returns.sinceInception(recording);
        }
        return recording.explanation();
    }

    private Optional<Explanation> annualized(ReturnPeriod period) {
        Optional<Explanation> total = timeWeighted(period);
        long from = period.start(days).map(start -> start.toEpochDay()).orElseGet(() ->
                (long) days.day(returns.firstKnown()));
        Recording recording = new Recording();
        total.ifPresent(
                known -> ReturnSeries.annualized(known.value().doubleValue(), days.day(last) - from, recording, total));
        return recording.explanation().map(Explanation::shown);
    }

    Optional<Explanation> calendar(ResultPath path) {
        List<CalendarReturn> months = CalendarReturns.months(returns);
        if (path.is("positive_months")) {
            return Optional.of(positiveMonths(months));
        }
        if (path.size() != 2 || !path.name(1).equals("twr")) {
            return Optional.empty();
        }
        Optional<CalendarReturn> cell = switch (path.name(0)) {
            case "months" -> path.item(0, months);
            case "years" -> path.item(0, CalendarReturns.years(returns));
            case "best_month" -> complete(months).max(byReturn());
            case "worst_month" -> complete(months).min(byReturn());
            default -> Optional.empty();
        };
        return cell.flatMap(found -> {
            Recording recording = new Recording();
            returns.between(found.after(), found.last(), recording);
            return recording.explanation().map(Explanation::shown);
        });
    }

    private static java.util.stream.Stream<CalendarReturn> complete(List<CalendarReturn> months) {
        return months.stream()
                .filter(month -> month.complete() && month.value().asOptional().isPresent());
    }

    private static Comparator<CalendarReturn> byReturn() {
        return Comparator.comparingDouble(month -> month.value().asOptional().orElseThrow());
    }

    private static Explanation positiveMonths(List<CalendarReturn> months) {
        double all = complete(months).count();
        double above = complete(months)
                .filter(month -> month.value().asOptional().orElseThrow() > 0)
                .count();
        return Explanation.computed(
                        "Complete months with a return above 0",
                        above / all,
                        "fraction",
                        Operation.RATIO,
                        () -> List.of(
                                Explanation.parameter("Complete months with a return above 0", above),
                                Explanation.parameter("Complete months", all)))
                .shown();
    }

    Optional<Explanation> rolling(ResultPath path, int length, int step) {
        if (path.size() != 2 || !path.name(0).equals("windows")) {
            return Optional.empty();
        }
        List<RollingPoint> points = RollingReturns.of(returns, length, step);
        return path.item(0, points).flatMap(point -> {
            ReturnWindow window = returns.upTo(days.indexOnOrBefore(point.last()), length);
            Recording recording = new Recording();
            if (path.name(1).equals("twr")) {
                window.total(recording);
            } else if (path.name(1).equals("volatility")) {
                window.volatility(recording);
            }
            return recording.explanation().map(Explanation::shown);
        });
    }
}
