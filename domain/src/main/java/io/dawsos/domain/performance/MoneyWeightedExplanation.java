package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Takes a money-weighted return apart: the amounts of the time, each discounted at the rate, which sum to 0. */
public final class MoneyWeightedExplanation {

    private final DailyValuation valuation;
    private final int after;
    private final int last;
    private final double rate;

    private MoneyWeightedExplanation(DailyValuation valuation, int after, int last, double rate) {
        this.valuation = valuation;
        this.after = after;
        this.last = last;
        this.rate = rate;
    }

    /**
     * Explains a rate a year.
     *
     * @param after index of the day at whose end the time begins; -1 for the start of the first day
     * @param last index of the last day
     * @param rate the rate that was found, as a fraction
     */
    public static Explanation of(DailyValuation valuation, int after, int last, double rate) {
        MoneyWeightedExplanation explained = new MoneyWeightedExplanation(valuation, after, last, rate);
        return Explanation.computed(
                        "Money-weighted return a year",
                        rate,
                        "fraction a year",
                        Operation.RATE_OF_RETURN,
                        explained::parts)
                .by("the rate at which all amounts, discounted to the first day by actual/365, sum to 0");
    }

    private List<Explanation> parts() {
        List<Explanation> parts = new ArrayList<>();
        if (after >= 0) {
            parts.add(discounted(after, negative("Paid in: value at the begin", valuation.explainTotal(after))));
        }
        for (int day = after + 1; day <= last; day++) {
            if (valuation.inflow(day) != 0) {
                parts.add(discounted(day, negative("Paid in", valuation.explainInflow(day))));
            }
            if (valuation.outflow(day) != 0) {
                parts.add(discounted(day, valuation.explainOutflow(day)));
            }
        }
        parts.add(discounted(last, valuation.explainTotal(last)));
        return parts;
    }

    private static Explanation negative(String label, Explanation amount) {
        return Explanation.computed(
                label,
                0 - amount.value().doubleValue(),
                amount.unit(),
                Operation.DIFFERENCE,
                () -> List.of(Explanation.parameter("0", 0), amount));
    }

    private Explanation discounted(int day, Explanation amount) {
        ValuationDays days = valuation.days();
        double years = (days.day(day) - days.day(Math.max(after, 0))) / CashFlows.DAYS_PER_YEAR;
        double factor = StrictMath.pow(1 + rate, -years);
        return Explanation.computed(
                "Present value: " + amount.label() + " on " + days.date(day),
                amount.value().doubleValue() * factor,
                amount.unit(),
                Operation.PRODUCT,
                () -> List.of(amount, factor(factor, years)));
    }

    private Explanation factor(double factor, double years) {
        return Explanation.computed(
                "Discount factor",
                factor,
                "factor",
                Operation.POWER,
                () -> List.of(
                        Explanation.computed(
                                "Growth a year",
                                1 + rate,
                                "factor",
                                Operation.SUM,
                                () -> List.of(
                                        Explanation.parameter("1", 1), Explanation.parameter("The rate itself", rate))),
                        Explanation.parameter("Years before, of 365 days", -years)));
    }
}
