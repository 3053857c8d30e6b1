package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recorder;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.pricing.ObservationSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Statistics over consecutive daily returns: sums run in date order, so the same returns always give the same bits.
 *
 * <p>Conventions: sample standard deviation (n - 1), 252 days a year.
 */
public final class ReturnWindow {

    /** Trading days in a year, by convention. */
    public static final int DAYS_PER_YEAR = 252;

    private final ValuationDays days;
    private final int[] index;
    private final double[] returns;
    private final Optional<Unavailable> whyBroken;
    private final IntFunction<Explanation> explain;

    /** @param whyBroken why the returns can't be linked to an index; empty if they can */
    ReturnWindow(
            ValuationDays days,
            int[] index,
            double[] returns,
            Optional<Unavailable> whyBroken,
            IntFunction<Explanation> explain) {
        this.days = days;
        this.explain = explain;
        this.whyBroken = whyBroken;
        this.index = index;
        this.returns = returns;
    }

    /** How many returns there are. */
    public int size() {
        return returns.length;
    }

    /** The returns, oldest first; a copy. */
    public double[] values() {
        return returns.clone();
    }

    /** The day of a return. */
    public LocalDate date(int place) {
        return days.date(index[place]);
    }

    /** The returns linked: the product of 1 + r, less 1; missing if there are none or they can't be linked. */
    public Figure<Double> total() {
        return total(Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> total(Recorder recorder) {
        if (returns.length == 0) {
            return Figure.missing(tooFew());
        }
        if (whyBroken.isPresent()) {
            return Figure.missing(whyBroken.get());
        }
        double growth = 1;
        for (double value : returns) {
            growth *= 1 + value;
        }
        double total = growth - 1;
        recorder.keep(() -> Explanation.computed(
                        "Return of " + returns.length + " days",
                        total,
                        "fraction",
                        Operation.CHAIN_LINK,
                        this::explainReturns)
                .by("the daily returns linked: the product of 1 + r, less 1 (GIPS 2020)"));
        return Figure.known(total);
    }

    /** Standard deviation (n - 1) of the returns, times the square root of 252. */
    public Figure<Double> volatility() {
        return volatility(Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> volatility(Recorder recorder) {
        if (returns.length < 2) {
            return Figure.missing(tooFew());
        }
        double deviation = deviation(returns);
        double volatility = deviation * StrictMath.sqrt(DAYS_PER_YEAR);
        recorder.keep(() -> Explanation.computed(
                        "Volatility",
                        volatility,
                        "fraction a year",
                        Operation.PRODUCT,
                        () -> List.of(
                                Explanation.computed(
                                        "Standard deviation of " + returns.length + " daily returns",
                                        deviation,
                                        "fraction",
                                        Operation.SAMPLE_DEVIATION,
                                        this::explainReturns),
                                rootOfYear()))
                .by("sample standard deviation (n - 1) of simple daily returns, times the square root of 252"));
        return Figure.known(volatility);
    }

    private List<Explanation> explainReturns() {
        return Arrays.stream(index).mapToObj(explain).toList();
    }

    private static Explanation rootOfYear() {
        return Explanation.computed(
                "Square root of the days in a year",
                StrictMath.sqrt(DAYS_PER_YEAR),
                "number",
                Operation.SQUARE_ROOT,
                () -> List.of(Explanation.parameter("Trading days in a year", DAYS_PER_YEAR)));
    }

    /**
     * Sharpe ratio (Sharpe 1994, equation 3): mean of the daily returns above the risk-free rate over their standard deviation
     * (n - 1), times the square root of 252. The daily risk-free rate is {@code (1 + annual)^(1/252) - 1}.
     *
     * @param annualPercent the risk-free rate in percent per year; the last observation on or before each day counts
     * @param name what the series is called, for the reason if it is missing
     */
    public Figure<Double> sharpeRatio(ObservationSeries annualPercent, String name) {
        return sharpeRatio(annualPercent, name, Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<Double> sharpeRatio(ObservationSeries annualPercent, String name, Recorder recorder) {
        if (returns.length < 2) {
            return Figure.missing(tooFew());
        }
        double[] excess = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            int observed = annualPercent.indexOnOrBefore(days.day(index[i]));
            if (observed < 0) {
                return Figure.missing(new Unavailable(
                        "risk_free_rate_missing",
                        "no observation of " + name + " on or before " + days.date(index[i]),
                        "import the macro series " + name + " from " + days.date(index[i]) + " on"));
            }
            double annual = annualPercent.value(observed) / 100;
            if (!(annual > -1)) {
                return Figure.missing(new Unavailable(
                        "risk_free_rate_impossible",
                        "the rate of " + name + " on " + annualPercent.date(observed)
                                + " takes a whole year's capital or more, so it has no rate of a day",
                        "correct the observation of " + name + ", which is a percentage per year"));
            }
            excess[i] = returns[i] - (StrictMath.pow(1 + annual, 1.0 / DAYS_PER_YEAR) - 1);
        }
        double deviation = deviation(excess);
        if (isRounding(deviation, returns) || isRounding(deviation, excess)) {
            return Figure.missing(new Unavailable(
                    "no_variation",
                    "the returns do not vary, so a ratio to their variation has no value",
                    "ask for a window with price changes"));
        }
        double daily = mean(excess) / deviation;
        double ratio = daily * StrictMath.sqrt(DAYS_PER_YEAR);
        recorder.keep(() -> explainSharpe(ratio, daily, excess, deviation, annualPercent, name));
        return Figure.known(ratio);
    }

    private Explanation explainSharpe(
            double ratio, double daily, double[] excess, double deviation, ObservationSeries annual, String name) {
        Supplier<List<Explanation>> parts = () -> IntStream.range(0, excess.length)
                .mapToObj(i -> explainExcess(i, excess[i], annual, name))
                .toList();
        Explanation mean = Explanation.computed(
                "Mean of the returns above the risk-free rate", mean(excess), "fraction", Operation.MEAN, parts);
        Explanation spread = Explanation.computed(
                "Standard deviation of the returns above the risk-free rate",
                deviation,
                "fraction",
                Operation.SAMPLE_DEVIATION,
                parts);
        return Explanation.computed(
                        "Sharpe ratio",
                        ratio,
                        "number",
                        Operation.PRODUCT,
                        () -> List.of(
                                Explanation.computed(
                                        "Sharpe ratio of a day",
                                        daily,
                                        "number",
                                        Operation.RATIO,
                                        () -> List.of(mean, spread)),
                                rootOfYear()))
                .by("mean over sample standard deviation of daily excess returns, times the square root of 252"
                        + " (Sharpe 1994, equation 3)");
    }

    private Explanation explainExcess(int i, double excess, ObservationSeries annual, String name) {
        int observed = annual.indexOnOrBefore(days.day(index[i]));
        double percent = annual.value(observed);
        double growth = StrictMath.pow(1 + percent / 100, 1.0 / DAYS_PER_YEAR);
        return Explanation.computed(
                "Return of " + days.date(index[i]) + " above the risk-free rate",
                excess,
                "fraction",
                Operation.DIFFERENCE,
                () -> List.of(
                        explain.apply(index[i]),
                        Explanation.computed(
                                "Risk-free return of a day",
                                growth - 1,
                                "fraction",
                                Operation.DIFFERENCE,
                                () -> List.of(
                                        Explanation.computed(
                                                "Risk-free growth of a day",
                                                growth,
                                                "factor",
                                                Operation.POWER,
                                                () -> List.of(
                                                        Explanation.computed(
                                                                "Risk-free growth of a year",
                                                                1 + percent / 100,
                                                                "factor",
                                                                Operation.SUM,
                                                                () -> List.of(
                                                                        Explanation.parameter("1", 1),
                                                                        Explanation.computed(
                                                                                "Risk-free rate",
                                                                                percent / 100,
                                                                                "fraction",
                                                                                Operation.RATIO,
                                                                                () -> List.of(
                                                                                        Explanation.leaf(
                                                                                                Operation.OBSERVATION,
                                                                                                name + ", observed on "
                                                                                                        + annual.date(
                                                                                                                observed),
                                                                                                annual.exact(observed),
                                                                                                "percent a year",
                                                                                                "macro:" + name),
                                                                                        Explanation.parameter(
                                                                                                "Percent", 100))))),
                                                        Explanation.computed(
                                                                "Part of a year",
                                                                1.0 / DAYS_PER_YEAR,
                                                                "number",
                                                                Operation.RATIO,
                                                                () -> List.of(
                                                                        Explanation.parameter("1", 1),
                                                                        Explanation.parameter(
                                                                                "Trading days in a year",
                                                                                DAYS_PER_YEAR))))),
                                        Explanation.parameter("1", 1)))));
    }

    /** The greatest fall of the linked return index from a peak. The opening of the window is the first peak, and only a higher value is a new one. */
    public Figure<Drawdown> maxDrawdown() {
        return maxDrawdown(Recorder.NONE, Recorder.NONE);
    }

    private Explanation explainFall(String label, double fall, Operation operation) {
        return Explanation.computed(label, fall, "fraction", operation, this::explainReturns)
                .by("fall of the linked daily returns from their highest point, the opening of the window included");
    }

    /**
     * The same, with explanations for recorders.
     *
     * @param deepest takes that of the depth
     * @param now takes that of the current fall
     */
    public Figure<Drawdown> maxDrawdown(Recorder deepest, Recorder now) {
        if (returns.length == 0) {
            return Figure.missing(tooFew());
        }
        if (whyBroken.isPresent()) {
            return Figure.missing(whyBroken.get());
        }
        double level = 1;
        double peak = 1;
        double worst = 0;
        int peakAt = -1;
        int worstPeak = -1;
        int worstAt = -1;
        for (int i = 0; i < returns.length; i++) {
            level *= 1 + returns[i];
            if (level > peak) {
                peak = level;
                peakAt = i;
            }
            double fall = level / peak - 1;
            if (fall < worst) {
                worst = fall;
                worstPeak = peakAt;
                worstAt = i;
            }
        }
        double current = level / peak - 1;
        double depth = worst;
        deepest.keep(() -> explainFall("Maximum drawdown", depth, Operation.MAXIMUM_DRAWDOWN));
        now.keep(() -> explainFall("Current drawdown", current, Operation.CURRENT_DRAWDOWN));
        Optional<LocalDate> recovery = worstAt < 0 ? Optional.empty() : recovery(worstPeak, worstAt);
        LocalDate peakDate = dateAtEndOf(worstAt < 0 ? peakAt : worstPeak);
        return Figure.known(
                new Drawdown(worst, peakDate, worstAt < 0 ? peakDate : dateAtEndOf(worstAt), recovery, current));
    }

    private Optional<LocalDate> recovery(int peakAt, int troughAt) {
        double level = 1;
        double peak = 1;
        for (int i = 0; i < returns.length; i++) {
            level *= 1 + returns[i];
            if (i == peakAt) {
                peak = level;
            }
            if (i > troughAt && level >= peak) {
                return Optional.of(dateAtEndOf(i));
            }
        }
        return Optional.empty();
    }

    /** The date of a return; for -1 the day before the window, at whose end it opens. */
    private LocalDate dateAtEndOf(int position) {
        if (position >= 0) {
            return days.date(index[position]);
        }
        return index[0] == 0 ? days.date(0) : days.date(index[0] - 1);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1));
    }

    /** Says whether a deviation is nothing but the rounding of doubles of this size. */
    private static boolean isRounding(double deviation, double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return deviation <= 1e-13 * greatest;
    }

    private Unavailable tooFew() {
        return new Unavailable(
                "too_few_returns",
                returns.length + " daily returns are too few, at least 2 are needed",
                "import more history, or ask for a longer window");
    }
}
