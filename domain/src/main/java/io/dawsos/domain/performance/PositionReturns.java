package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.PriceTimeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Price returns of securities in base currency on consecutive valuation days, whatever was held then; splits of the ledger are taken
 * out, dividends are not added. All columns have the same days: the last on which every security had a price and a rate.
 */
public final class PositionReturns {

    private final List<SecurityId> securities;
    private final int[] days;
    private final double[][] columns;

    private PositionReturns(List<SecurityId> securities, int[] days, double[][] columns) {
        this.securities = List.copyOf(securities);
        this.days = days;
        this.columns = columns;
    }

    /**
     * Computes them by the one valuation rule.
     *
     * @param currencies the price currency of each security, in the order of the columns
     * @param entries the ledger, for its splits
     * @param count how many returns at most
     * @return missing if a security has no price or rate on the last day
     */
    public static Figure<PositionReturns> of(
            Map<SecurityId, CurrencyCode> currencies,
            Map<SecurityId, PriceTimeline> timelines,
            CurrencyConversion conversion,
            List<LedgerEntry> entries,
            CurrencyCode base,
            ValuationDays valuationDays,
            int count) {
        int[] days = valuationDays.toArray();
        int[] window = Arrays.copyOfRange(days, Math.max(0, days.length - count - 1), days.length);
        List<SecurityId> securities = new ArrayList<>();
        List<double[]> levels = new ArrayList<>();
        int first = 0;
        for (Map.Entry<SecurityId, CurrencyCode> each : currencies.entrySet()) {
            double[] prices =
                    Objects.requireNonNull(timelines.get(each.getKey())).on(window);
            double[] rates = conversion.rates(each.getValue(), base, window);
            for (int i = 0; i < window.length; i++) {
                prices[i] *= rates[i];
                if (!(prices[i] > 0)) {
                    first = i + 1;
                }
            }
            securities.add(each.getKey());
            levels.add(prices);
        }
        if (first >= window.length) {
            return Figure.missing(new Unavailable(
                    "returns_missing",
                    "a position has no price above 0, or no rate, on the last day",
                    "import its prices and the rates of its currency"));
        }
        double[][] columns = new double[levels.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = returns(levels.get(j), window, first, splitsOf(securities.get(j), entries));
        }
        return Figure.known(
                new PositionReturns(securities, Arrays.copyOfRange(window, first + 1, window.length), columns));
    }

    private static List<Transaction.Split> splitsOf(SecurityId security, List<LedgerEntry> entries) {
        List<Transaction.Split> splits = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.transaction() instanceof Transaction.Split split
                    && split.security().equals(security)) {
                splits.add(split);
            }
        }
        return splits;
    }

    private static double[] returns(double[] levels, int[] days, int first, List<Transaction.Split> splits) {
        double[] returns = new double[levels.length - first - 1];
        for (int i = first + 1; i < levels.length; i++) {
            double units = 1;
            for (Transaction.Split split : splits) {
                long day = split.date().toEpochDay();
                if (day > days[i - 1] && day <= days[i]) {
                    units *= split.newUnits().doubleValue() / split.oldUnits().doubleValue();
                }
            }
            returns[i - first - 1] = levels[i] * units / levels[i - 1] - 1;
        }
        return returns;
    }

    /** The securities, in the order of the columns. */
    public List<SecurityId> securities() {
        return securities;
    }

    /** How many returns each column has. */
    public int size() {
        return days.length;
    }

    /** The returns of one security with their days. */
    public ReturnSample sample(int column) {
        return ReturnSample.of(days, columns[column]);
    }

    /** The returns of all securities, a column each; a copy. */
    public double[][] columns() {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }
}
