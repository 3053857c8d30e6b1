package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A portfolio's returns and the changes of factors, paired: from one day on which all series were observed and the portfolio could be
 * valued to the next such day.
 */
final class FactorColumns {

    private final List<LocalDate> days;
    private final double[] returns;
    private final double[][] factors;

    private FactorColumns(List<LocalDate> days, double[] returns, double[][] factors) {
        this.days = List.copyOf(days);
        this.returns = returns;
        this.factors = factors;
    }

    /** The last day of each change. */
    List<LocalDate> days() {
        return days;
    }

    /** The returns of the portfolio, linked where a change spans several days. */
    double[] returns() {
        return returns;
    }

    /** One column for each factor. */
    double[][] factors() {
        return factors;
    }

    /** Pairs the last changes; missing if a series has no observations. */
    static Figure<FactorColumns> of(
            PortfolioSnapshot snapshot, MarketSlice slice, List<FactorSpec> factors, int window) {
        for (FactorSpec factor : factors) {
            if (slice.macroOf(factor.series()).size() == 0) {
                return Figure.missing(new Unavailable(
                        "factor_series_missing",
                        "there are no observations of " + factor.series(),
                        "import the macro series " + factor.series() + ", or name other factors"));
            }
        }
        ReturnSeries returns = ReturnSeries.of(snapshot.valuation());
        List<Integer> common = common(returns, slice, factors);
        int from = Math.max(0, common.size() - 1 - window);
        List<LocalDate> days = new ArrayList<>();
        List<Double> linked = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = from + 1; i < common.size(); i++) {
            int before = common.get(i - 1);
            int day = common.get(i);
            returns.between(before, day).asOptional().ifPresent(value -> {
                days.add(returns.days().date(day));
                linked.add(value);
                rows.add(factors.stream()
                        .mapToDouble(factor -> change(slice, factor, returns.days(), before, day))
                        .toArray());
            });
        }
        double[][] columns = new double[factors.size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        return Figure.known(new FactorColumns(
                days, linked.stream().mapToDouble(value -> value).toArray(), columns));
    }

    /** The valuation days on which all series were observed. */
    private static List<Integer> common(ReturnSeries returns, MarketSlice slice, List<FactorSpec> factors) {
        List<Integer> common = new ArrayList<>();
        int first = Math.max(0, returns.firstKnown() - 1);
        for (int day = first; day < returns.days().size(); day++) {
            int number = returns.days().day(day);
            boolean all = factors.stream().allMatch(factor -> isObserved(slice.macroOf(factor.series()), number));
            if (all) {
                common.add(day);
            }
        }
        return common;
    }

    private static boolean isObserved(ObservationSeries series, int day) {
        int index = series.indexOnOrBefore(day);
        return index >= 0 && series.day(index) == day;
    }

    private static double change(MarketSlice slice, FactorSpec factor, ValuationDays days, int before, int day) {
        ObservationSeries series = slice.macroOf(factor.series());
        double then = series.value(series.indexOnOrBefore(days.day(before)));
        double now = series.value(series.indexOnOrBefore(days.day(day)));
        return factor.change() == FactorSpec.Change.DIFFERENCE ? (now - then) / 100 : now / then - 1;
    }
}
