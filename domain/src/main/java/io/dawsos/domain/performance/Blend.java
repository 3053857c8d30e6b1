package io.dawsos.domain.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/** Several series as one benchmark at given weights, which drift until they are set again. */
public final class Blend {

    private Blend() {}

    /** When weights are set again. */
    public enum Rebalancing {
        /** Never: bought and held. */
        NEVER((before, now) -> false),
        /** At the start of each period. */
        ALWAYS((before, now) -> true),
        /** At the start of the first period of each calendar month. */
        MONTHLY((before, now) -> before.getMonthValue() != now.getMonthValue() || before.getYear() != now.getYear()),
        /** At the start of the first period of each calendar quarter. */
        QUARTERLY((before, now) ->
                (before.getMonthValue() - 1) / 3 != (now.getMonthValue() - 1) / 3 || before.getYear() != now.getYear()),
        /** At the start of the first period of each calendar year. */
        YEARLY((before, now) -> before.getYear() != now.getYear());

        private final BiPredicate<LocalDate, LocalDate> due;

        Rebalancing(BiPredicate<LocalDate, LocalDate> due) {
            this.due = due;
        }
    }

    /**
     * The returns of the blend on the days that all series have.
     *
     * @param weights one for each series, as fractions that sum to 1
     * @throws IllegalArgumentException if there is no series, or not as many weights as series
     */
    public static ReturnSample of(List<ReturnSample> series, double[] weights, Rebalancing rebalancing) {
        if (series.isEmpty() || series.size() != weights.length) {
            throw new IllegalArgumentException("each series needs a weight");
        }
        ReturnSample days = series.get(0);
        for (ReturnSample other : series) {
            days = days.on(other);
        }
        double[][] columns = new double[weights.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = series.get(j).on(days).values();
        }
        int[] dates = new int[days.size()];
        double[] returns = new double[days.size()];
        double[] held = weights.clone();
        for (int i = 0; i < returns.length; i++) {
            LocalDate now = days.date(i);
            dates[i] = Math.toIntExact(now.toEpochDay());
            if (i > 0 && rebalancing.due.test(days.date(i - 1), now)) {
                held = weights.clone();
            }
            double before = 0;
            double after = 0;
            for (int j = 0; j < held.length; j++) {
                before += held[j];
                held[j] *= 1 + columns[j][i];
                after += held[j];
            }
            returns[i] = after / before - 1;
        }
        return ReturnSample.of(dates, returns);
    }
}
