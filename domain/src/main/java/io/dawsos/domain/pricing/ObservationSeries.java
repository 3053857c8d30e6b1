package io.dawsos.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Observations of one subject in date order, columnar: one array of days, one of exact values, one of doubles.
 *
 * <p>Immutable; at most one value a day. The doubles are the exact values rounded once, for series arithmetic.
 */
public final class ObservationSeries {

    private static final ObservationSeries EMPTY = new Builder(0).build();

    private final int[] days;
    private final BigDecimal[] exact;
    private final double[] values;

    private ObservationSeries(int[] days, BigDecimal[] exact, double[] values) {
        this.days = days;
        this.exact = exact;
        this.values = values;
    }

    /** The series without observations. */
    public static ObservationSeries empty() {
        return EMPTY;
    }

    /** The number of observations. */
    public int size() {
        return days.length;
    }

    /** The day of an observation, counted from 1970-01-01. */
    public int day(int index) {
        return days[index];
    }

    /** The date of an observation. */
    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** An observation's value as observed. */
    public BigDecimal exact(int index) {
        return exact[index];
    }

    /** An observation's value as the nearest double. */
    public double value(int index) {
        return values[index];
    }

    /** The index of the last observation on or before a day, or -1 if there is none; never a later one. */
    public int indexOnOrBefore(int day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 2;
    }

    /** The index of the last observation on or before a date, or -1 if there is none. */
    public int indexOnOrBefore(LocalDate date) {
        return indexOnOrBefore(Math.toIntExact(date.toEpochDay()));
    }

    /** Collects observations in ascending date order. */
    public static final class Builder {

        private int[] days;
        private BigDecimal[] exact;
        private double[] values;
        private int size;

        /** @param expected how many observations are expected; more are taken too */
        public Builder(int expected) {
            days = new int[expected];
            exact = new BigDecimal[expected];
            values = new double[expected];
        }

        /**
         * Adds an observation.
         *
         * @throws IllegalArgumentException if the day is not after the last one
         */
        public Builder add(int day, BigDecimal value) {
            return add(day, value, value.doubleValue());
        }

        /** Adds an observation of another series. */
        Builder add(ObservationSeries other, int index) {
            return add(other.days[index], other.exact[index], other.values[index]);
        }

        private Builder add(int day, BigDecimal value, double nearest) {
            if (size > 0 && day <= days[size - 1]) {
                throw new IllegalArgumentException("observations must be in date order");
            }
            if (size == days.length) {
                int capacity = Math.max(16, size * 2);
                days = Arrays.copyOf(days, capacity);
                exact = Arrays.copyOf(exact, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            days[size] = day;
            exact[size] = value;
            values[size] = nearest;
            size++;
            return this;
        }

        /** Adds an observation. */
        public Builder add(LocalDate date, BigDecimal value) {
            return add(Math.toIntExact(date.toEpochDay()), value);
        }

        /** Makes the series. */
        public ObservationSeries build() {
            return new ObservationSeries(
                    Arrays.copyOf(days, size), Arrays.copyOf(exact, size), Arrays.copyOf(values, size));
        }
    }
}
