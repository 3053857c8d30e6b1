package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.money.CurrencyCode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The value of a portfolio on each valuation day, with the external flows of the day, columnar.
 *
 * <p>Doubles in base currency, summed in a fixed order: securities by identity, then cash by currency. The last value equals the
 * exact total at the currency's digits.
 */
public final class DailyValuation {

    private final ValuationDays days;
    private final CurrencyCode base;
    private final List<Sleeve> sleeves;
    private final double[] total;
    private final double[] inflow;
    private final double[] outflow;
    private final IntFunction<Unavailable> whyMissing;

    DailyValuation(
            ValuationDays days,
            CurrencyCode base,
            List<Sleeve> sleeves,
            double[] inflow,
            double[] outflow,
            IntFunction<Unavailable> whyMissing) {
        this.days = days;
        this.base = base;
        this.sleeves = List.copyOf(sleeves);
        this.inflow = inflow;
        this.outflow = outflow;
        this.whyMissing = whyMissing;
        this.total = new double[days.size()];
        for (Sleeve sleeve : sleeves) {
            for (int day = 0; day < total.length; day++) {
                // Nothing held is worth nothing, whatever its price.
                if (sleeve.value(day) != 0) {
                    total[day] += sleeve.value(day) * sleeve.rate(day);
                }
            }
        }
    }

    /** The valuation days. */
    public ValuationDays days() {
        return days;
    }

    /** The currency of all values. */
    public CurrencyCode base() {
        return base;
    }

    List<Sleeve> sleeves() {
        return sleeves;
    }

    /** Whether the portfolio could be valued at the end of a day. */
    public boolean known(int day) {
        return !Double.isNaN(total[day]) && !Double.isNaN(inflow[day]) && !Double.isNaN(outflow[day]);
    }

    /** Total value at the end of a day that is known. */
    public double total(int day) {
        return total[day];
    }

    /** Value brought in from outside during a day, 0 or more. */
    public double inflow(int day) {
        return inflow[day];
    }

    /** Value taken out during a day, 0 or more. */
    public double outflow(int day) {
        return outflow[day];
    }

    /** Why a day could not be valued; empty if it could. */
    public Optional<Unavailable> whyMissing(int day) {
        return known(day) ? Optional.empty() : Optional.of(whyMissing.apply(day));
    }
}
