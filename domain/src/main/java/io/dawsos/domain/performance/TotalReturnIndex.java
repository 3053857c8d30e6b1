package io.dawsos.domain.performance;

import io.dawsos.domain.corporateaction.CorporateEvent.Dividend;
import io.dawsos.domain.corporateaction.CorporateEvent.Split;
import io.dawsos.domain.pricing.ObservationSeries;
import java.util.List;

/**
 * The value of one unit of a security with its dividends put back into it, day by day: raw prices carried over splits, each dividend
 * added to the price of its ex-date (total return; no taxes, no costs). It is for statistics; nothing held is valued with it.
 */
public final class TotalReturnIndex {

    private final ObservationSeries prices;
    private final List<Split> splits;
    private final List<Dividend> dividends;

    /**
     * Takes what is known of a security.
     *
     * @param prices raw, in its currency
     * @param splits of the security
     * @param dividends of the security, in the currency of its prices; others are left out by the caller
     */
    public TotalReturnIndex(ObservationSeries prices, List<Split> splits, List<Dividend> dividends) {
        this.prices = prices;
        this.splits = List.copyOf(splits);
        this.dividends = List.copyOf(dividends);
    }

    /**
     * The index on days, in the currency that the rates lead to; 1 on the first day with a price and a rate. NaN before it, and from a day
     * without a rate on.
     *
     * @param days counted from 1970-01-01, ascending
     * @param rates units of the wanted currency for one of the security's, one for each day
     */
    public double[] levels(int[] days, double[] rates) {
        double[] levels = new double[days.length];
        double level = Double.NaN;
        for (int i = 0; i < days.length; i++) {
            double now = price(days[i]) * rates[i];
            if (Double.isNaN(level)) {
                level = Double.isNaN(now) ? Double.NaN : 1;
            } else {
                double before = price(days[i - 1]) * rates[i - 1];
                level *=
                        (price(days[i]) * units(days[i - 1], days[i]) + paid(days[i - 1], days[i])) * rates[i] / before;
            }
            levels[i] = level;
        }
        return levels;
    }

    /** The last price on or before a day, for one unit as units are on the day. */
    private double price(int day) {
        int index = prices.indexOnOrBefore(day);
        return index < 0 ? Double.NaN : prices.value(index) / units(prices.day(index), day);
    }

    /** How many units one of a day has become on another. */
    private double units(int from, int to) {
        double units = 1;
        for (Split split : splits) {
            long date = split.date().toEpochDay();
            if (date > from && date <= to) {
                units *= split.newUnits().doubleValue() / split.oldUnits().doubleValue();
            }
        }
        return units;
    }

    /** What one unit of a day was paid until another, each dividend for the units of its own day. */
    private double paid(int from, int to) {
        double paid = 0;
        for (Dividend dividend : dividends) {
            long date = dividend.date().toEpochDay();
            if (date > from && date <= to) {
                paid += dividend.amount().doubleValue() * units(from, Math.toIntExact(date));
            }
        }
        return paid;
    }
}
