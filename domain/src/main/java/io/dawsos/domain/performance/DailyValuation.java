package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of a portfolio on each valuation day, with the external flows of the day, columnar.
 *
 * <p>Doubles in base currency, summed in a fixed order: securities by identity, then cash by currency. The last value equals the
 * exact total at the currency's digits. A day on which something held has no price or rate, or an amount that moved no rate, has
 * no value but a reason.
 */
public final class DailyValuation {

    private final ValuationDays days;
    private final CurrencyCode base;
    private final List<Sleeve> sleeves;
    private final double[] total;
    private final double[] inflow;
    private final double[] outflow;
    private final @Nullable Function<LocalDate, Unavailable>[] gaps;
    private final ValuationExplanation explanation;

    DailyValuation(
            ValuationDays days,
            CurrencyCode base,
            List<Sleeve> sleeves,
            double[] total,
            double[] inflow,
            double[] outflow,
            @Nullable Function<LocalDate, Unavailable>[] gaps,
            ValuationExplanation explanation) {
        this.days = days;
        this.base = base;
        this.sleeves = List.copyOf(sleeves);
        this.total = total;
        this.inflow = inflow;
        this.outflow = outflow;
        this.gaps = gaps;
        this.explanation = explanation;
    }

    /** The valuation days. */
    public ValuationDays days() {
        return days;
    }

    /** The currency of all values. */
    public CurrencyCode base() {
        return base;
    }

    /** The columns of which this is the sum: securities by identity, then cash by currency. */
    public List<Sleeve> sleeves() {
        return sleeves;
    }

    /** Whether the portfolio could be valued at the end of a day. */
    public boolean known(int day) {
        return gaps[day] == null;
    }

    /** Total value at the end of a day that is known. */
    public double total(int day) {
        return total[day];
    }

    /** Value brought in from outside during a day that is known, 0 or more. */
    public double inflow(int day) {
        return inflow[day];
    }

    /** Value taken out during a day that is known, 0 or more. */
    public double outflow(int day) {
        return outflow[day];
    }

    /** Takes apart what the values rest on. */
    public ValuationExplanation explanation() {
        return explanation;
    }

    /** Takes the total value at the end of a known day apart. */
    public Explanation explainTotal(int day) {
        return Explanation.computed(
                "Total value on " + days.date(day),
                total[day],
                base.code(),
                Operation.SUM,
                () -> sleeves.stream()
                        .filter(sleeve -> sleeve.baseValue(day) != 0)
                        .map(sleeve -> explanation.sleeve(sleeve, day, days.date(day)))
                        .toList());
    }

    /** Takes what was brought in during a known day apart. */
    public Explanation explainInflow(int day) {
        return explanation.flow(days, day, inflow[day], true);
    }

    /** Takes what was taken out during a known day apart. */
    public Explanation explainOutflow(int day) {
        return explanation.flow(days, day, outflow[day], false);
    }

    /** Why a day could not be valued; empty if it could. */
    public Optional<Unavailable> whyMissing(int day) {
        return Optional.ofNullable(gaps[day]).map(gap -> gap.apply(days.date(day)));
    }

    /** Whether anything crossed the portfolio's border during a day, valued or not. */
    boolean hasExternalFlow(int day) {
        return inflow[day] != 0 || outflow[day] != 0;
    }
}
