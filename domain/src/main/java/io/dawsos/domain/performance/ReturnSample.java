package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.pricing.ObservationSeries;
import java.time.LocalDate;
import java.util.Arrays;

/** Returns with their days, columnar and in order, for statistics that take plain arrays and pair series by date. */
public final class ReturnSample {

    private final int[] days;
    private final double[] values;

    private ReturnSample(int[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    /** The returns of a window; days without one are left out. */
    public static ReturnSample of(ReturnWindow window) {
        int[] days = new int[window.size()];
        Arrays.setAll(days, place -> Math.toIntExact(window.date(place).toEpochDay()));
        return new ReturnSample(days, window.values());
    }

    /**
     * Takes returns as they are.
     *
     * @param days counted from 1970-01-01, ascending
     * @throws IllegalArgumentException if there are not as many returns as days
     */
    public static ReturnSample of(int[] days, double[] values) {
        if (days.length != values.length) {
            throw new IllegalArgumentException("each return needs a day");
        }
        return new ReturnSample(days.clone(), values.clone());
    }

    /**
     * The simple returns between consecutive levels, such as a benchmark's prices on valuation days; a level that is not a positive
     * number leaves out the returns around it.
     *
     * @param days of the levels, ascending
     */
    public static ReturnSample ofLevels(int[] days, double[] levels) {
        int[] kept = new int[days.length];
        double[] values = new double[days.length];
        int size = 0;
        for (int i = 1; i < levels.length; i++) {
            if (levels[i - 1] > 0 && levels[i] > 0) {
                kept[size] = days[i];
                values[size++] = levels[i] / levels[i - 1] - 1;
            }
        }
        return new ReturnSample(Arrays.copyOf(kept, size), Arrays.copyOf(values, size));
    }

    /** How many returns there are. */
    public int size() {
        return days.length;
    }

    /** The date of a return. */
    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** The returns, oldest first; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The returns from one place to before another. */
    public ReturnSample part(int from, int to) {
        return new ReturnSample(Arrays.copyOfRange(days, from, to), Arrays.copyOfRange(values, from, to));
    }

    /** The returns on days on which another sample has one too. */
    public ReturnSample on(ReturnSample other) {
        int[] common = new int[days.length];
        double[] kept = new double[days.length];
        int size = 0;
        int at = 0;
        for (int i = 0; i < days.length; i++) {
            while (at < other.days.length && other.days[at] < days[i]) {
                at++;
            }
            if (at < other.days.length && other.days[at] == days[i]) {
                common[size] = days[i];
                kept[size++] = values[i];
            }
        }
        return new ReturnSample(Arrays.copyOf(common, size), Arrays.copyOf(kept, size));
    }

    /**
     * The risk-free return of each day: {@code (1 + annual)^(1/252) - 1} of the last observation on or before it.
     *
     * @param annualPercent the rate in percent a year
     * @param name what the series is called, for the reason if it is missing
     */
    public Figure<double[]> riskFree(ObservationSeries annualPercent, String name) {
        double[] rates = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            int observed = annualPercent.indexOnOrBefore(days[i]);
            double growth = observed < 0 ? 0 : 1 + annualPercent.value(observed) / 100;
            if (growth <= 0) {
                return Figure.missing(new Unavailable(
                        "risk_free_rate_missing",
                        "no observation of " + name + " above -100 % on or before " + date(i),
                        "import the macro series " + name + " from " + date(i) + " on"));
            }
            rates[i] = StrictMath.pow(growth, 1.0 / ReturnWindow.DAYS_PER_YEAR) - 1;
        }
        return Figure.known(rates);
    }
}
