package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recorder;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Daily time-weighted returns: {@code r = (V[t] + out[t]) / (V[t-1] + in[t]) - 1}, where inflows count from the start of their day
 * and outflows to its end (GIPS 2020, daily valuation at flows).
 *
 * <p>A day without a positive opening value or inflow has no return: it is skipped, and counted. Days that can't be valued have
 * none either. If nothing crossed the portfolio's border until the next day with a value, that day's return spans them and
 * nothing is lost; else no period that holds them has a return.
 */
public final class ReturnSeries {

    private final ValuationDays days;
    private final double[] returns;
    private final boolean[] broken;
    private final IntFunction<Optional<Unavailable>> whyNoValue;
    private final IntFunction<Explanation> explain;

    private ReturnSeries(
            ValuationDays days,
            double[] returns,
            boolean[] broken,
            IntFunction<Optional<Unavailable>> whyNoValue,
            IntFunction<Explanation> explain) {
        this.days = days;
        this.returns = returns;
        this.broken = broken;
        this.whyNoValue = whyNoValue;
        this.explain = explain;
    }

    /** Computes the returns of a valuation. */
    public static ReturnSeries of(DailyValuation valuation) {
        return of(valuation, new double[valuation.days().size()]);
    }

    /** The same before costs: as if what was paid on each day had been taken out at its end. */
    static ReturnSeries of(DailyValuation valuation, double[] costs) {
        int size = valuation.days().size();
        double[] added = new double[size];
        double[] returns = new double[size];
        boolean[] broken = new boolean[size];
        double before = 0;
        int gap = 0;
        boolean flows = false;
        for (int day = 0; day < size; day++) {
            returns[day] = Double.NaN;
            added[day] = costs[day] + (gap > 0 ? added[day - 1] : 0);
            if (!valuation.known(day)) {
                gap++;
                flows |= valuation.hasExternalFlow(day);
                continue;
            }
            double opening = before + valuation.inflow(day);
            if (gap > 0 && (flows || valuation.inflow(day) > 0 || opening <= 0)) {
                Arrays.fill(broken, day - gap, day + 1, true);
            } else if (opening > 0) {
                returns[day] = (valuation.total(day) + valuation.outflow(day) + added[day]) / opening - 1;
            }
            before = valuation.total(day);
            gap = 0;
            flows = false;
        }
        Arrays.fill(broken, size - gap, size, true);
        return new ReturnSeries(
                valuation.days(),
                returns,
                broken,
                valuation::whyMissing,
                day -> explain(valuation, day, returns[day], added[day]));
    }

    /** Takes returns as they are; NaN marks a day without one. */
    public static ReturnSeries of(ValuationDays days, double[] returns) {
        double[] values = returns.clone();
        return of(
                days,
                values,
                day -> Explanation.leaf(
                        Operation.OBSERVATION,
                        "Return of " + days.date(day),
                        BigDecimal.valueOf(values[day]),
                        "fraction",
                        "argument"));
    }

    /** The same with what takes the return of a day apart; the array is kept. */
    static ReturnSeries of(ValuationDays days, double[] returns, IntFunction<Explanation> explain) {
        return new ReturnSeries(days, returns, new boolean[returns.length], day -> Optional.empty(), explain);
    }

    private static Explanation explain(DailyValuation valuation, int day, double value, double costs) {
        int before = day - 1;
        while (before >= 0 && !valuation.known(before)) {
            before--;
        }
        int opening = before;
        double opened = opening < 0 ? 0 : valuation.total(opening);
        double divisor = opened + valuation.inflow(day);
        double closed = valuation.total(day) + valuation.outflow(day) + costs;
        LocalDate date = valuation.days().date(day);
        String unit = valuation.base().code();
        return Explanation.computed("Return of " + date, value, "fraction", Operation.DIFFERENCE, () -> {
                    Explanation end = Explanation.computed(
                            "Value at the end of " + date + " and what was taken out",
                            closed,
                            unit,
                            Operation.SUM,
                            () -> costs == 0
                                    ? List.of(valuation.explainTotal(day), valuation.explainOutflow(day))
                                    : List.of(
                                            valuation.explainTotal(day),
                                            valuation.explainOutflow(day),
                                            Explanation.leaf(
                                                    Operation.TRANSACTION,
                                                    "Costs of " + date,
                                                    BigDecimal.valueOf(costs),
                                                    unit,
                                                    "ledger")));
                    Explanation start = Explanation.computed(
                            "Value before " + date + " and what was brought in",
                            divisor,
                            unit,
                            Operation.SUM,
                            () -> opening < 0
                                    ? List.of(valuation.explainInflow(day))
                                    : List.of(valuation.explainTotal(opening), valuation.explainInflow(day)));
                    return List.of(
                            Explanation.computed(
                                    "Growth of " + date,
                                    closed / divisor,
                                    "factor",
                                    Operation.RATIO,
                                    () -> List.of(end, start)),
                            Explanation.parameter("1", 1));
                })
                .by("(value and outflow at the end) / (value before and inflow) - 1 (GIPS 2020)");
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

    /**
     * The time-weighted return between the ends of two days: the product of {@code 1 + r}, minus 1.
     *
     * @param after the index of the opening day; -1 for the start of the first day
     * @return missing if one of the two has no value, or days between them broke the link
     */
    public Figure<Double> between(int after, int last) {
        return between(after, last, Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> between(int after, int last, Recorder recorder) {
        if (after >= 0 && whyNoValue.apply(after).isPresent()) {
            return Figure.missing(whyNoValue.apply(after).get());
        }
        double index = 1;
        boolean any = false;
        for (int day = after + 1; day <= last; day++) {
            if (broken[day]) {
                return Figure.missing(whyBroken(day));
            }
            if (known(day)) {
                any = true;
                index *= 1 + returns[day];
            }
        }
        if (!any) {
            return Figure.missing(noReturns());
        }
        double total = index - 1;
        recorder.keep(() -> Explanation.computed(
                        "Time-weighted return from "
                                + (after < 0 ? "the start of " + days.date(0) : "the end of " + days.date(after))
                                + " to " + days.date(last),
                        total,
                        "fraction",
                        Operation.CHAIN_LINK,
                        () -> IntStream.rangeClosed(after + 1, last)
                                .filter(this::known)
                                .mapToObj(explain)
                                .toList())
                .by("the daily returns linked: the product of 1 + r, less 1 (GIPS 2020)"));
        return Figure.known(total);
    }

    /** Why a day broke the link: it has no value, or the day before it has none. */
    private Unavailable whyBroken(int day) {
        int unknown = day;
        while (unknown > 0 && whyNoValue.apply(unknown).isEmpty()) {
            unknown--;
        }
        return whyNoValue.apply(unknown).orElseThrow();
    }

    /**
     * The time-weighted return from the end of a date to the last day.
     *
     * @return missing if the history begins later
     */
    public Figure<Double> since(LocalDate start) {
        return since(start, Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> since(LocalDate start, Recorder recorder) {
        int first = firstKnown();
        if (first < 0) {
            return sinceInception();
        }
        int from = days.indexOnOrBefore(start);
        // The opening of the first day with a return is the end of the day before it.
        if (from < first - 1 || from < 0) {
            return Figure.missing(new Unavailable(
                    "history_too_short",
                    "the history begins on " + days.date(first) + ", after " + start,
                    "import transactions and prices from " + start + " on, or ask for a shorter period"));
        }
        return between(from, days.size() - 1, recorder);
    }

    /** The time-weighted return over the whole history. */
    public Figure<Double> sinceInception() {
        return sinceInception(Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> sinceInception(Recorder recorder) {
        return between(-1, days.size() - 1, recorder);
    }

    /** Turns a return over a number of calendar days into one per year of 365 days; only for 365 days or more. */
    public static Figure<Double> annualized(double total, long calendarDays) {
        return annualized(total, calendarDays, Recorder.NONE, Optional.empty());
    }

    /**
     * The same, with its explanation for a recorder.
     *
     * @param explained the explanation of the total, where a recorder is given
     */
    public static Figure<Double> annualized(
            double total, long calendarDays, Recorder recorder, Optional<Explanation> explained) {
        if (calendarDays < 365) {
            return Figure.missing(new Unavailable(
                    "period_too_short",
                    "a period of " + calendarDays + " days is not stated per year",
                    "ask for a period of 365 days or more"));
        }
        if (total < -1 || !Double.isFinite(total)) {
            return Figure.missing(new Unavailable(
                    "return_not_annualizable",
                    "more than everything was lost, with borrowed money or short positions: no return a year compounds to that",
                    "look at the total return, and at the positions that were worth less than nothing"));
        }
        double growth = StrictMath.pow(1 + total, 365.0 / calendarDays);
        recorder.keep(() -> Explanation.computed(
                        "Return a year over " + calendarDays + " days",
                        growth - 1,
                        "fraction",
                        Operation.DIFFERENCE,
                        () -> List.of(
                                Explanation.computed(
                                        "Growth a year",
                                        growth,
                                        "factor",
                                        Operation.POWER,
                                        () -> List.of(
                                                Explanation.computed(
                                                        "Growth over the period",
                                                        1 + total,
                                                        "factor",
                                                        Operation.SUM,
                                                        () -> List.of(
                                                                Explanation.parameter("1", 1),
                                                                explained.orElseThrow())),
                                                Explanation.computed(
                                                        "Years to the power of -1",
                                                        365.0 / calendarDays,
                                                        "number",
                                                        Operation.RATIO,
                                                        () -> List.of(
                                                                Explanation.parameter("Days in a year", 365),
                                                                Explanation.parameter("Days of the period", (double)
                                                                        calendarDays))))),
                                Explanation.parameter("1", 1)))
                .by("(1 + total) to the power of 365 / days, less 1"));
        return Figure.known(growth - 1);
    }

    /** The last returns of the series, skipped days left out, at most so many. */
    public ReturnWindow last(int count) {
        return upTo(returns.length - 1, count);
    }

    /** The last returns up to a day, skipped days left out, at most so many. */
    public ReturnWindow upTo(int lastDay, int count) {
        int size = 0;
        int end = lastDay + 1;
        int day = end;
        while (day > 0 && size < count) {
            day--;
            if (known(day)) {
                size++;
            }
        }
        Optional<Unavailable> why = Optional.empty();
        for (int i = day; i < end && why.isEmpty(); i++) {
            why = broken[i] ? Optional.of(whyBroken(i)) : Optional.empty();
        }
        int[] index = new int[size];
        double[] values = new double[size];
        int next = 0;
        for (; day < end && next < size; day++) {
            if (known(day)) {
                index[next] = day;
                values[next] = returns[day];
                next++;
            }
        }
        return new ReturnWindow(days, index, values, why, explain);
    }

    private static Unavailable noReturns() {
        return new Unavailable(
                "no_returns",
                "no day has a positive opening value and a known value",
                "import deposits, and prices and rates of what is held");
    }
}
