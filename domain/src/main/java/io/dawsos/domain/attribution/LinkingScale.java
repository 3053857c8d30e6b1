package io.dawsos.domain.attribution;

import io.dawsos.domain.performance.DailyValuation;

/**
 * How much of the portfolio's return index one unit of base currency gained on a day is worth: the index before the day over
 * the value that the day began with.
 *
 * <p>It changes only where something crosses the portfolio's border, and is 0 on days on which nothing was invested.
 */
final class LinkingScale {

    private final double[] scales;
    private final int[] setOn;
    private final double linked;

    /**
     * @param opening index of the day at whose end the window opens; -1 for the start of the first day
     * @param last index of the window's last day
     */
    LinkingScale(DailyValuation valuation, int opening, int last) {
        scales = new double[last + 1];
        setOn = new int[last + 1];
        double index = 1;
        double before = opening < 0 ? 0 : valuation.total(opening);
        double scale = 0;
        boolean crossed = true;
        int set = opening + 1;
        for (int day = opening + 1; day <= last; day++) {
            double inflow = valuation.inflow(day);
            double divisor = before + inflow;
            if (divisor <= 0) {
                scale = 0;
            } else if (crossed || inflow != 0 || scale == 0) {
                scale = index / divisor;
                set = day;
            }
            scales[day] = scale;
            setOn[day] = set;
            double outflow = valuation.outflow(day);
            if (scale != 0) {
                index = scale * (valuation.total(day) + outflow);
            }
            crossed = outflow != 0;
            before = valuation.total(day);
        }
        linked = index - 1;
    }

    double on(int day) {
        return scales[day];
    }

    /** The day on which the scale of a day was set; it has not changed since. */
    int setOn(int day) {
        return setOn[day];
    }

    /** The portfolio's return over the window. */
    double linked() {
        return linked;
    }
}
