package io.dawsos.domain.attribution;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.Sleeve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The weights and returns of a portfolio's segments day by day, for attribution against a benchmark.
 *
 * <p>What moves between segments or comes from outside counts from the start of its day, what leaves the portfolio to its end, as
 * in the time-weighted return: so the weights of a day sum to 1, and weights times returns sum to the portfolio's return of the day.
 *
 * @param days consecutive valuation days on which something was invested
 */
public record SegmentDays(List<Day> days) {

    public SegmentDays {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param segments by name
     * @param residual the portfolio's return less the sum of weights times returns; gains on nothing, such as a fee without any cash
     */
    public record Day(LocalDate date, Map<String, SegmentReturn> segments, double residual) {

        public Day {
            segments = Collections.unmodifiableMap(new TreeMap<>(segments));
        }
    }

    /**
     * A segment on one day.
     *
     * @param weight its part of what was invested
     * @param value its return
     */
    public record SegmentReturn(double weight, double value) {}

    /**
     * Computes the days between the ends of two.
     *
     * @param after index of the day at whose end they begin; -1 for the start of the first day
     * @param last index of the last day
     * @param segment names the segment of a security or of cash
     * @return missing if a day has no value
     */
    public static Figure<SegmentDays> of(
            DailyValuation valuation, int after, int last, Function<Sleeve, String> segment) {
        for (int day = Math.max(after, 0); day <= last; day++) {
            Optional<Unavailable> why = valuation.whyMissing(day);
            if (why.isPresent()) {
                return Figure.missing(why.get());
            }
        }
        List<Day> days = new ArrayList<>();
        for (int day = after + 1; day <= last; day++) {
            double invested = (day == 0 ? 0 : valuation.total(day - 1)) + valuation.inflow(day);
            if (invested > 0) {
                days.add(day(valuation, day, invested, segment));
            }
        }
        return Figure.known(new SegmentDays(days));
    }

    private static Day day(DailyValuation valuation, int day, double invested, Function<Sleeve, String> segment) {
        Map<String, double[]> sums = new TreeMap<>();
        boolean fromCash = leaving(valuation, day, true) > 0;
        double leaving = leaving(valuation, day, fromCash);
        for (Sleeve sleeve : valuation.sleeves()) {
            double before = day == 0 ? 0 : sleeve.baseValue(day - 1);
            double moved = sleeve.inflow(day) - sleeve.outflow(day);
            double gain = sleeve.baseValue(day) - before - moved;
            if (sleeve.security().isEmpty() == fromCash && leaving > 0) {
                moved += valuation.outflow(day) * sleeve.outflow(day) / leaving;
            }
            double[] sum = sums.computeIfAbsent(segment.apply(sleeve), name -> new double[2]);
            sum[0] += before + moved;
            sum[1] += gain;
        }
        Map<String, SegmentReturn> segments = new TreeMap<>();
        double explained = 0;
        for (Map.Entry<String, double[]> each : sums.entrySet()) {
            double weight = each.getValue()[0] / invested;
            if (Math.abs(weight) > 1e-12) {
                double value = each.getValue()[1] / each.getValue()[0];
                segments.put(each.getKey(), new SegmentReturn(weight, value));
                explained += weight * value;
            }
        }
        double whole = (valuation.total(day) + valuation.outflow(day)) / invested - 1;
        return new Day(valuation.days().date(day), segments, whole - explained);
    }

    /** What went out of cash, or of securities. */
    private static double leaving(DailyValuation valuation, int day, boolean cash) {
        double sum = 0;
        for (Sleeve sleeve : valuation.sleeves()) {
            sum += sleeve.security().isEmpty() == cash ? sleeve.outflow(day) : 0;
        }
        return sum;
    }
}
