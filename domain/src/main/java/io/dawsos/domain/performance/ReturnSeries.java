package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Daily time-weighted returns: {@code r = (V[t] + out[t]) / (V[t-1] + in[t]) - 1}, where inflows count from the start of their day
 * and outflows to its end (GIPS 2020, daily valuation at flows).
 *
 * <p>A day without a positive opening value, or whose value can't be known, has no return: it is skipped, and counted.
 */
public final class ReturnSeries {

    private final ValuationDays days;
    private final double[] returns;

    private ReturnSeries(ValuationDays days, double[] returns) {
        this.days = days;
        this.returns = returns;
    }

    /** Computes the returns of a valuation. */
    public static ReturnSeries of(DailyValuation valuation) {
        int size = valuation.days().size();
        double[] returns = new double[size];
        for (int day = 0; day < size; day++) {
            boolean known = valuation.known(day) && (day == 0 || valuation.known(day - 1));
            double opening = (day == 0 ? 0 : valuation.total(day - 1)) + valuation.inflow(day);
            returns[day] =
                    known && opening > 0 ? (valuation.total(day) + valuation.outflow(day)) / opening - 1 : Double.NaN;
        }
        return new ReturnSeries(valuation.days(), returns);
    }

    /** Takes returns as they are; NaN marks a day without one. */
    public static ReturnSeries of(ValuationDays days, double[] returns) {
        return new ReturnSeries(days, returns.clone());
    }

    /** The days, one for each return. */
    public ValuationDays days() {
        return days;
    }

    /** Whether a day has a return. */
    public boolean known(int day) {
        return !Double.isNaN(returns[day]);
    }

    /** The return of a day that has one, as a fraction. */
    public double value(int day) {
        return returns[day];
    }

    /** The days without a return. */
    public List<LocalDate> skipped() {
        List<LocalDate> skipped = new ArrayList<>();
        for (int day = 0; day < returns.length; day++) {
            if (!known(day)) {
                skipped.add(days.date(day));
            }
        }
        return skipped;
    }

    /** The first day with a return, or -1. */
    public int firstKnown() {
        for (int day = 0; day < returns.length; day++) {
            if (known(day)) {
                return day;
            }
        }
        return -1;
    }

    /** Links the returns after one day up to and with another: the product of {@code 1 + r}, minus 1. */
    public double linked(int after, int last) {
        double index = 1;
        for (int day = after + 1; day <= last; day++) {
            if (known(day)) {
                index *= 1 + returns[day];
            }
        }
        return index - 1;
    }

    /**
     * The time-weighted return from the end of a date to the last day.
     *
     * @return missing if the history begins later
     */
    public Figure<Double> since(LocalDate start) {
        int first = firstKnown();
        if (first < 0) {
            return Figure.missing(noReturns());
        }
        int from = days.indexOnOrBefore(start);
        // The opening of the first day with a return is the end of the day before it.
        if (from < first - 1 || from < 0) {
            return Figure.missing(new Unavailable(
                    "history_too_short",
                    "the history begins on " + days.date(first) + ", after " + start,
                    "import transactions and prices from " + start + " on, or ask for a shorter period"));
        }
        return Figure.known(linked(from, days.size() - 1));
    }

    /** The time-weighted return over the whole history. */
    public Figure<Double> sinceInception() {
        return firstKnown() < 0 ? Figure.missing(noReturns()) : Figure.known(linked(-1, days.size() - 1));
    }

    /** Turns a return over a number of calendar days into one per year of 365 days; only for 365 days or more. */
    public static Figure<Double> annualized(double total, long calendarDays) {
        if (calendarDays < 365) {
            return Figure.missing(new Unavailable(
                    "period_too_short",
                    "a period of " + calendarDays + " days is not stated per year",
                    "ask for a period of 365 days or more"));
        }
        return Figure.known(StrictMath.pow(1 + total, 365.0 / calendarDays) - 1);
    }

    /** The last returns of the series, skipped days left out, at most so many. */
    public ReturnWindow last(int count) {
        int size = 0;
        int day = returns.length;
        while (day > 0 && size < count) {
            day--;
            if (known(day)) {
                size++;
            }
        }
        int[] index = new int[size];
        double[] values = new double[size];
        int next = 0;
        for (; day < returns.length && next < size; day++) {
            if (known(day)) {
                index[next] = day;
                values[next] = returns[day];
                next++;
            }
        }
        return new ReturnWindow(days, index, values);
    }

    private static Unavailable noReturns() {
        return new Unavailable(
                "no_returns",
                "no day has a positive opening value and a known value",
                "import deposits, and prices and rates of what is held");
    }
}
