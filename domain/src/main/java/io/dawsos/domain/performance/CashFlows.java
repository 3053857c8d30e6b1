package io.dawsos.domain.performance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Amounts over time as an investor sees them: what is paid in is negative, what is had back is positive, and the last amount holds
 * what the investment is worth. Times are years from the earliest amount; amounts at the same time are one sum.
 */
public final class CashFlows {

    /** Days in a year of the day count actual/365. */
    public static final double DAYS_PER_YEAR = 365;

    private final double[] years;
    private final double[] amounts;

    private CashFlows(double[] years, double[] amounts) {
        this.years = years;
        this.amounts = amounts;
    }

    /**
     * Takes amounts on days, in any order; a year is 365 days.
     *
     * @param days counted from 1970-01-01
     * @param amounts one for each day
     */
    public static CashFlows onDays(int[] days, double[] amounts) {
        int first = Arrays.stream(days).min().orElse(0);
        double[] years = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            years[i] = (days[i] - first) / DAYS_PER_YEAR;
        }
        return at(years, amounts);
    }

    /**
     * Takes amounts at times in years or, for a rate per period, in periods; in any order.
     *
     * @throws IllegalArgumentException if there are not as many times as amounts, or one of them is not a number
     */
    public static CashFlows at(double[] years, double[] amounts) {
        if (years.length != amounts.length
                || !Arrays.stream(years).allMatch(Double::isFinite)
                || !Arrays.stream(amounts).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("each amount needs a time, and both must be numbers");
        }
        int[] order = inOrder(years);
        double[] times = new double[order.length];
        double[] sums = new double[order.length];
        int size = 0;
        for (int i : order) {
            double time = years[i] - years[order[0]];
            if (size > 0 && times[size - 1] == time) {
                sums[size - 1] += amounts[i];
            } else {
                times[size] = time;
                sums[size++] = amounts[i];
            }
        }
        return new CashFlows(Arrays.copyOf(times, size), Arrays.copyOf(sums, size));
    }

    private static int[] inOrder(double[] years) {
        int[] order = IntStream.range(0, years.length).toArray();
        for (int i = 1; i < years.length; i++) {
            if (years[i] < years[i - 1]) {
                return IntStream.range(0, years.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> years[k]))
                        .mapToInt(k -> k)
                        .toArray();
            }
        }
        return order;
    }

    /** How many times have an amount. */
    public int size() {
        return years.length;
    }

    /** A time in years from the earliest, ascending. */
    public double year(int index) {
        return years[index];
    }

    /** The sum of what is paid at a time. */
    public double amount(int index) {
        return amounts[index];
    }

    /** Years from the first amount to the last; 0 if there is none. */
    public double span() {
        return years.length == 0 ? 0 : years[years.length - 1];
    }

    /** The value at the first time of all amounts discounted at a rate per year: the sum of {@code amount / (1 + rate)^years}. */
    public double presentValue(double rate) {
        double growth = StrictMath.log1p(rate);
        double sum = 0;
        for (int i = 0; i < years.length; i++) {
            sum += amounts[i] * StrictMath.exp(-growth * years[i]);
        }
        return sum;
    }

    /** The value at the last time of all amounts grown at a rate per year. */
    public double futureValue(double rate) {
        return presentValue(rate) * StrictMath.exp(StrictMath.log1p(rate) * span());
    }

    /** What came back less what was paid in. */
    double gain() {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /** What was paid in, each amount for the part of the time that it was invested. */
    double averageCapital() {
        double sum = 0;
        for (int i = 0; i < amounts.length - 1; i++) {
            sum -= amounts[i] * ((span() - years[i]) / span());
        }
        return sum;
    }

    double[] years() {
        return years;
    }

    double[] amounts() {
        return amounts;
    }
}
