package io.dawsos.application.performance;

import io.dawsos.application.performance.PeriodReturns.PeriodNumbers;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.PeriodReturn;
import io.dawsos.domain.performance.PortfolioFlows;
import io.dawsos.domain.performance.ReturnPeriod;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ValuationDays;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Computes the numbers of the usual periods of one snapshot. */
final class PeriodTable {

    static final Map<String, String> METHODS = methods();

    private final DailyValuation valuation;
    private final ReturnSeries returns;
    private final ValuationDays days;
    private final int last;

    PeriodTable(PortfolioSnapshot snapshot) {
        this.valuation = snapshot.valuation();
        this.returns = ReturnSeries.of(valuation);
        this.days = returns.days();
        this.last = days.size() - 1;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("twr", "daily linked; inflows at the start of their day, outflows at its end (GIPS 2020)");
        methods.put("mwr", MoneyWeightedReturn.METHOD);
        methods.put(
                "modified_dietz",
                "gain over opening value and flows, each for the part of the period after it (Dietz 1966)");
        methods.put("simple", "gain over opening value; flows are not in the divisor");
        return methods;
    }

    Map<String, Figure<PeriodNumbers>> table() {
        Map<String, Figure<PeriodNumbers>> table = new LinkedHashMap<>();
        for (ReturnPeriod period : ReturnPeriod.values()) {
            table.put(period.label(), numbers(period));
        }
        return table;
    }

    /** The numbers of a period; missing whole if the history begins after it. */
    private Figure<PeriodNumbers> numbers(ReturnPeriod period) {
        return opening(period).map(after -> {
            Optional<LocalDate> start = period.start(days);
            LocalDate from = start.orElseGet(() -> days.date(returns.firstKnown()));
            return numbers(after, from, start.isEmpty() ? returns.sinceInception() : returns.since(from));
        });
    }

    /** The index of the day at whose end a period begins, -1 for the start of the first day; missing if the history begins later. */
    Figure<Integer> opening(ReturnPeriod period) {
        int first = returns.firstKnown();
        if (first < 0) {
            return Figure.missing(returns.sinceInception().whyMissing().orElseThrow());
        }
        Optional<LocalDate> start = period.start(days);
        int after = start.map(days::indexOnOrBefore).orElse(first - 1);
        if (start.isPresent() && (after < first - 1 || after < 0)) {
            return Figure.missing(new Unavailable(
                    "history_too_short",
                    "the history begins on " + days.date(first) + ", after " + start.get(),
                    "import transactions and prices from " + start.get() + " on, or look at a shorter period"));
        }
        return Figure.known(after);
    }

    /** @param after index of the opening day; -1 for the start of the first day */
    private PeriodNumbers numbers(int after, LocalDate from, Figure<Double> twr) {
        Figure<CashFlows> flows = PortfolioFlows.between(valuation, after, last);
        Figure<MoneyWeightedReturn> mwr = flows.flatMap(MoneyWeightedReturn::of);
        Figure<Double> opening = after < 0 ? Figure.known(0.0) : value(after);
        Figure<Double> closing = value(last);
        Figure<Double> net = flows.map(known -> netFlow(after));
        Figure<Double> gain = opening.flatMap(before -> closing.flatMap(end -> net.map(flow -> end - before - flow)));
        return new PeriodNumbers(
                from,
                twr,
                twr.flatMap(total -> ReturnSeries.annualized(total, days.day(last) - from.toEpochDay())),
                mwr.flatMap(MoneyWeightedReturn::wholePeriod),
                mwr.flatMap(MoneyWeightedReturn::annual),
                flows.flatMap(PeriodReturn::modifiedDietz),
                opening.flatMap(
                        before -> closing.flatMap(end -> net.flatMap(flow -> PeriodReturn.simple(before, end, flow)))),
                opening,
                closing,
                net,
                gain);
    }

    private Figure<Double> value(int day) {
        return valuation
                .whyMissing(day)
                .<Figure<Double>>map(Figure::missing)
                .orElseGet(() -> Figure.known(valuation.total(day)));
    }

    private double netFlow(int after) {
        double net = 0;
        for (int day = after + 1; day <= last; day++) {
            net += valuation.inflow(day) - valuation.outflow(day);
        }
        return net;
    }
}
