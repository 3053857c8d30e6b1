package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.risk.BenchmarkSeries.Member;
import io.dawsos.application.risk.BrinsonResult.SegmentEffects;
import io.dawsos.domain.attribution.BrinsonAttribution;
import io.dawsos.domain.attribution.BrinsonAttribution.Model;
import io.dawsos.domain.attribution.BrinsonEffects;
import io.dawsos.domain.attribution.BrinsonSegment;
import io.dawsos.domain.attribution.LinkedBrinson;
import io.dawsos.domain.attribution.LinkedBrinson.Linking;
import io.dawsos.domain.attribution.SegmentDays;
import io.dawsos.domain.attribution.SegmentDays.Day;
import io.dawsos.domain.attribution.SegmentDays.SegmentReturn;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.Sleeve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Splits each day of a window between portfolio and benchmark, and links the days. */
final class BrinsonDays {

    private static final String UNCLASSIFIED = "Unclassified";
    private static final String CASH = "Cash";
    private static final SegmentReturn NOTHING = new SegmentReturn(0, 0);

    private final PortfolioSnapshot snapshot;
    private final List<Member> members;
    private final boolean bySector;

    BrinsonDays(PortfolioSnapshot snapshot, List<Member> members, boolean bySector) {
        this.snapshot = snapshot;
        this.members = members;
        this.bySector = bySector;
    }

    /** Splits the last days. */
    Figure<BrinsonResult> over(int window, String benchmark, Model model, Linking linking) {
        ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
        int last = returns.days().size() - 1;
        int after = Math.max(Math.max(0, returns.firstKnown()) - 1, last - window);
        return SegmentDays.of(snapshot.valuation(), after, last, this::segment)
                .flatMap(days -> linked(days, benchmark, model, linking));
    }

    private Figure<BrinsonResult> linked(SegmentDays own, String benchmark, Model model, Linking linking) {
        List<LocalDate> dates = new ArrayList<>();
        List<BrinsonAttribution> periods = new ArrayList<>();
        Map<String, double[]> weights = new TreeMap<>();
        List<Map<LocalDate, Double>> columns =
                members.stream().map(member -> byDate(member.returns())).toList();
        for (Day day : own.days()) {
            if (columns.stream().allMatch(column -> column.containsKey(day.date()))) {
                List<BrinsonSegment> segments = segments(day, columns);
                segments.forEach(segment -> {
                    double[] sum = weights.computeIfAbsent(segment.name(), name -> new double[2]);
                    sum[0] += segment.portfolioWeight();
                    sum[1] += segment.benchmarkWeight();
                });
                dates.add(day.date());
                periods.add(BrinsonAttribution.of(segments, model));
            }
        }
        if (periods.isEmpty()) {
            return Figure.missing(new Unavailable(
                    "too_few_returns",
                    "portfolio and benchmark have no day with returns in common",
                    "import prices of the benchmark for the time of the portfolio"));
        }
        return LinkedBrinson.of(periods, linking)
                .map(found -> result(found, dates, weights, benchmark, model, linking));
    }

    private BrinsonResult result(
            LinkedBrinson found,
            List<LocalDate> dates,
            Map<String, double[]> weights,
            String benchmark,
            Model model,
            Linking linking) {
        List<SegmentEffects> rows = new ArrayList<>();
        weights.forEach((name, sums) -> {
            BrinsonEffects effects = found.bySegment().getOrDefault(name, BrinsonEffects.NONE);
            rows.add(new SegmentEffects(
                    name,
                    sums[0] / dates.size(),
                    sums[1] / dates.size(),
                    effects.allocation(),
                    effects.selection(),
                    effects.interaction(),
                    effects.total()));
        });
        rows.sort(Comparator.comparingDouble(SegmentEffects::total).reversed().thenComparing(SegmentEffects::name));
        return new BrinsonResult(
                benchmark,
                bySector ? "sector" : "currency",
                dates.get(0),
                dates.get(dates.size() - 1),
                dates.size(),
                found.portfolio(),
                found.benchmark(),
                found.portfolio() - found.benchmark(),
                found.total().allocation(),
                found.total().selection(),
                found.total().interaction(),
                found.residual(),
                rows,
                method(model, linking));
    }

    static String method(Model model, Linking linking) {
        return (model == Model.BRINSON_FACHLER ? "Brinson and Fachler 1985" : "Brinson, Hood and Beebower 1986")
                + " by day, benchmark weights set again each day, linked by "
                + switch (linking) {
                    case CARINO -> "Carino 1999";
                    case MENCHERO -> "Menchero 2000";
                    case GRAP -> "GRAP 1997";
                    case FRONGELLO -> "Frongello 2002";
                };
    }

    private static Map<LocalDate, Double> byDate(ReturnSample sample) {
        Map<LocalDate, Double> found = new HashMap<>();
        double[] values = sample.values();
        for (int i = 0; i < values.length; i++) {
            found.put(sample.date(i), values[i]);
        }
        return found;
    }

    private List<BrinsonSegment> segments(Day day, List<Map<LocalDate, Double>> columns) {
        Map<String, double[]> other = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            double value = Objects.requireNonNull(columns.get(i).get(day.date()));
            double[] sum = other.computeIfAbsent(segment(member.security()), name -> new double[2]);
            sum[0] += member.weight();
            sum[1] += member.weight() * value;
        }
        TreeSet<String> names = new TreeSet<>(other.keySet());
        names.addAll(day.segments().keySet());
        List<BrinsonSegment> segments = new ArrayList<>();
        for (String name : names) {
            SegmentReturn own = day.segments().getOrDefault(name, NOTHING);
            double[] sum = other.getOrDefault(name, new double[2]);
            double value = sum[0] == 0 ? 0 : sum[1] / sum[0];
            segments.add(new BrinsonSegment(name, own.weight(), sum[0], own.value(), value).filled());
        }
        return segments;
    }

    private String segment(Sleeve sleeve) {
        Function<Security, String> of = this::segment;
        return sleeve.security()
                .map(id -> snapshot.slice().security(id).map(of).orElse(UNCLASSIFIED))
                .orElse(bySector ? CASH : sleeve.currency().code());
    }

    private String segment(Security security) {
        return bySector
                ? security.sector().orElse(UNCLASSIFIED)
                : security.currency().code();
    }
}
