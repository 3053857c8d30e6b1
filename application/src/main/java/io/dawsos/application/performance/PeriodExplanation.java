package io.dawsos.application.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.MoneyWeightedExplanation;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.PeriodReturn;
import io.dawsos.domain.performance.PortfolioFlows;
import io.dawsos.domain.performance.ValuationDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the unlinked returns of one period apart into its values and flows. */
final class PeriodExplanation {

    private final DailyValuation valuation;
    private final ValuationDays days;
    private final int after;
    private final int last;
    private final Figure<CashFlows> flows;
    private final Figure<MoneyWeightedReturn> mwr;

    /** @param after index of the opening day; -1 for the start of the first day */
    PeriodExplanation(DailyValuation valuation, int after, int last) {
        this.valuation = valuation;
        this.days = valuation.days();
        this.after = after;
        this.last = last;
        this.flows = PortfolioFlows.between(valuation, after, last);
        this.mwr = flows.flatMap(MoneyWeightedReturn::of);
    }

    private String base() {
        return valuation.base().code();
    }

    Explanation opening() {
        return after >= 0
                ? valuation.explainTotal(after)
                : Explanation.computed("Value before the first day", 0, base(), Operation.SUM, List::of);
    }

    Explanation closing() {
        return valuation.explainTotal(last);
    }

    Explanation netFlow() {
        Explanation in = flow(true);
        Explanation out = flow(false);
        return Explanation.computed(
                "Brought in less taken out",
                in.value().doubleValue() - out.value().doubleValue(),
                base(),
                Operation.DIFFERENCE,
                () -> List.of(in, out));
    }

    private Explanation flow(boolean in) {
        List<Explanation> parts = new ArrayList<>();
        double sum = 0;
        for (int day = after + 1; day <= last; day++) {
            double amount = in ? valuation.inflow(day) : valuation.outflow(day);
            if (amount != 0) {
                parts.add(in ? valuation.explainInflow(day) : valuation.explainOutflow(day));
                sum += amount;
            }
        }
        return Explanation.computed(in ? "Brought in" : "Taken out", sum, base(), Operation.SUM, () -> parts);
    }

    Explanation gain() {
        List<Explanation> parts = List.of(closing(), opening(), netFlow());
        double value = parts.get(0).value().doubleValue()
                - parts.get(1).value().doubleValue()
                - parts.get(2).value().doubleValue();
        return Explanation.computed("Gain", value, base(), Operation.DIFFERENCE, () -> parts);
    }

    Optional<Explanation> simple() {
        double opening = opening().value().doubleValue();
        double closing = closing().value().doubleValue();
        return PeriodReturn.simple(opening, closing, netFlow().value().doubleValue())
                .asOptional()
                .map(value -> Explanation.computed(
                                "Simple return", value, "fraction", Operation.RATIO, () -> List.of(gain(), opening()))
                        .shown());
    }

    Optional<Explanation> modifiedDietz() {
        return flows.flatMap(PeriodReturn::modifiedDietz)
                .asOptional()
                .map(value -> Explanation.computed(
                                "Modified Dietz return",
                                value,
                                "fraction",
                                Operation.RATIO,
                                () -> List.of(gain(), averageCapital()))
                        .by("gain over opening value and flows, each for the part of the period after it (Dietz 1966)")
                        .shown());
    }

    private Explanation averageCapital() {
        List<Explanation> parts = new ArrayList<>(List.of(opening()));
        double first = days.day(Math.max(after, 0));
        double span = days.day(last) - first;
        for (int day = after + 1; day <= last; day++) {
            double weight = (days.day(last) - days.day(day)) / span;
            double net = valuation.inflow(day) - valuation.outflow(day);
            if (net != 0) {
                parts.add(weighted(day, net, weight));
            }
        }
        double sum =
                parts.stream().mapToDouble(part -> part.value().doubleValue()).sum();
        return Explanation.computed("Average capital", sum, base(), Operation.SUM, () -> parts);
    }

    private Explanation weighted(int day, double net, double weight) {
        return Explanation.computed(
                "Flow of " + days.date(day) + " for its part of the period",
                net * weight,
                base(),
                Operation.PRODUCT,
                () -> List.of(
                        Explanation.computed(
                                "Net flow of " + days.date(day),
                                net,
                                base(),
                                Operation.DIFFERENCE,
                                () -> List.of(valuation.explainInflow(day), valuation.explainOutflow(day))),
                        Explanation.parameter("Part of the period after it", weight)));
    }

    Explanation years() {
        double span = days.day(last) - days.day(Math.max(after, 0));
        return Explanation.computed(
                        "Years of 365 days",
                        span / CashFlows.DAYS_PER_YEAR,
                        "years",
                        Operation.RATIO,
                        () -> List.of(
                                Explanation.parameter("Days", span),
                                Explanation.parameter("Days in a year", CashFlows.DAYS_PER_YEAR)))
                .shown();
    }

    Optional<Explanation> moneyWeightedAnnual() {
        return annual().map(Explanation::shown);
    }

    private Optional<Explanation> annual() {
        return mwr.flatMap(MoneyWeightedReturn::annual)
                .asOptional()
                .map(rate -> MoneyWeightedExplanation.of(valuation, after, last, rate));
    }

    Optional<Explanation> moneyWeighted() {
        Optional<Double> whole = mwr.flatMap(MoneyWeightedReturn::wholePeriod).asOptional();
        return annual().filter(rate -> whole.isPresent()).map(rate -> {
            double growth = 1 + rate.value().doubleValue();
            Explanation grown = Explanation.computed(
                    "Growth a year",
                    growth,
                    "factor",
                    Operation.SUM,
                    () -> List.of(Explanation.parameter("1", 1), rate));
            Explanation over = Explanation.computed(
                    "Growth over the period",
                    1 + whole.get(),
                    "factor",
                    Operation.POWER,
                    () -> List.of(grown, years()));
            return Explanation.computed(
                            "Money-weighted return over the period",
                            whole.get(),
                            "fraction",
                            Operation.DIFFERENCE,
                            () -> List.of(over, Explanation.parameter("1", 1)))
                    .shown();
        });
    }
}
