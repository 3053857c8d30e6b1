package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import java.time.LocalDate;
import java.util.List;

/** Daily returns of one sleeve in base currency. */
public final class SleeveReturns {

    private SleeveReturns() {}

    /**
     * Gives the returns of a sleeve: {@code (value and outflow at the end) / (value before and inflow) - 1}, with flows at the rate of
     * their day. A day without a positive opening value, or whose value can't be known, has none.
     */
    public static ReturnSeries of(DailyValuation valuation, Sleeve sleeve) {
        double[] returns = new double[valuation.days().size()];
        double before = 0;
        for (int day = 0; day < returns.length; day++) {
            double value = sleeve.baseValue(day);
            double opening = before + sleeve.inflow(day);
            returns[day] = opening > 0 ? (value + sleeve.outflow(day)) / opening - 1 : Double.NaN;
            before = value;
        }
        return ReturnSeries.of(valuation.days(), returns, day -> explain(valuation, sleeve, day, returns[day]));
    }

    private static Explanation explain(DailyValuation valuation, Sleeve sleeve, int day, double value) {
        LocalDate date = valuation.days().date(day);
        String unit = valuation.base().code();
        double closed = sleeve.baseValue(day) + sleeve.outflow(day);
        double opened = (day == 0 ? 0 : sleeve.baseValue(day - 1)) + sleeve.inflow(day);
        return Explanation.computed("Return of " + date, value, "fraction", Operation.DIFFERENCE, () -> {
            Explanation end = Explanation.computed(
                    "Value at the end of " + date + " and what was moved out",
                    closed,
                    unit,
                    Operation.SUM,
                    () -> List.of(base(valuation, sleeve, day), moved(valuation, sleeve, day, false)));
            Explanation start = Explanation.computed(
                    "Value before " + date + " and what was moved in",
                    opened,
                    unit,
                    Operation.SUM,
                    () -> day == 0 || sleeve.baseValue(day - 1) == 0
                            ? List.of(moved(valuation, sleeve, day, true))
                            : List.of(base(valuation, sleeve, day - 1), moved(valuation, sleeve, day, true)));
            return List.of(
                    Explanation.computed(
                            "Growth of " + date, closed / opened, "factor", Operation.RATIO, () -> List.of(end, start)),
                    Explanation.parameter("1", 1));
        });
    }

    private static Explanation base(DailyValuation valuation, Sleeve sleeve, int day) {
        return valuation.explanation().sleeve(sleeve, day, valuation.days().date(day));
    }

    private static Explanation moved(DailyValuation valuation, Sleeve sleeve, int day, boolean in) {
        return valuation
                .explanation()
                .moved(
                        sleeve,
                        valuation.days(),
                        day,
                        in ? sleeve.inflow(day) : sleeve.outflow(day),
                        in ? "into" : "out of");
    }
}
