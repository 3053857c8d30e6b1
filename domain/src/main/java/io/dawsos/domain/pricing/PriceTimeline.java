package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one valuation rule for one security: on a date counts the last accepted price on or before it, of the market or of a trade
 * in the ledger; on one date the market's price counts before a trade's. A price is never taken from a later date.
 *
 * <p>Prices are raw. A price from before a split in the ledger is carried over it by the split's ratio, since the units that it
 * is multiplied with have split.
 */
public final class PriceTimeline {

    private final ObservationSeries prices;
    private final boolean[] traded;
    private final List<Transaction.Split> splits;

    private PriceTimeline(ObservationSeries prices, boolean[] traded, List<Transaction.Split> splits) {
        this.prices = prices;
        this.traded = traded;
        this.splits = splits;
    }

    /**
     * Merges market prices with the trades of a ledger, for each security of the ledger.
     *
     * <p>A stated trade price counts if the trade was paid in the security's currency: another one may be stated in the
     * currency that was paid.
     *
     * @param entries in the order in which they count
     */
    public static Map<SecurityId, PriceTimeline> all(MarketSlice slice, List<LedgerEntry> entries) {
        Map<SecurityId, SortedMap<Integer, BigDecimal>> trades = new TreeMap<>();
        Map<SecurityId, List<Transaction.Split>> splits = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            for (SecurityId security : entry.transaction().securities()) {
                trades.computeIfAbsent(security, id -> new TreeMap<>());
            }
            if (entry.transaction() instanceof Transaction.OfSecurity of) {
                SortedMap<Integer, BigDecimal> prices = Objects.requireNonNull(trades.get(of.security()));
                tradePrice(slice, of)
                        .ifPresent(price -> prices.put(Math.toIntExact(of.date().toEpochDay()), price));
            }
            if (entry.transaction() instanceof Transaction.Split split) {
                splits.computeIfAbsent(split.security(), id -> new ArrayList<>())
                        .add(split);
            }
        }
        Map<SecurityId, PriceTimeline> timelines = new TreeMap<>();
        trades.forEach((id, prices) ->
                timelines.put(id, merged(slice.pricesOf(id), prices, splits.getOrDefault(id, List.of()))));
        return Collections.unmodifiableMap(timelines);
    }

    private static Optional<BigDecimal> tradePrice(MarketSlice slice, Transaction.OfSecurity transaction) {
        Optional<BigDecimal> price = transaction instanceof Transaction.Buy buy
                ? buy.price()
                : transaction instanceof Transaction.Sell sell ? sell.price() : Optional.empty();
        return price.filter(stated -> stated.signum() > 0)
                .filter(stated -> slice.security(transaction.security())
                        .map(Security::currency)
                        .equals(transaction.cashEffect().map(Money::currency)));
    }

    private static PriceTimeline merged(
            ObservationSeries market, SortedMap<Integer, BigDecimal> trades, List<Transaction.Split> splits) {
        trades.keySet().removeIf(day -> isObserved(market, day));
        if (trades.isEmpty()) {
            return new PriceTimeline(market, new boolean[market.size()], splits);
        }
        ObservationSeries.Builder builder = new ObservationSeries.Builder(market.size() + trades.size());
        boolean[] traded = new boolean[market.size() + trades.size()];
        int next = 0;
        int index = 0;
        for (var trade : trades.entrySet()) {
            int day = trade.getKey();
            while (next < market.size() && market.day(next) < day) {
                builder.add(market, next);
                next++;
                index++;
            }
            builder.add(day, trade.getValue());
            traded[index++] = true;
        }
        for (; next < market.size(); next++) {
            builder.add(market, next);
        }
        return new PriceTimeline(builder.build(), traded, splits);
    }

    private static boolean isObserved(ObservationSeries series, int day) {
        int index = series.indexOnOrBefore(day);
        return index >= 0 && series.day(index) == day;
    }

    /**
     * The price that counts on a date.
     *
     * @param price for one unit as units are on the date
     * @param observed the date on which it was observed
     * @param fromTrade whether a trade in the ledger is its source
     */
    public record PriceOnDate(BigDecimal price, LocalDate observed, boolean fromTrade) {}

    /** The price that counts on a date; empty if there is none on or before it. */
    public Optional<PriceOnDate> on(LocalDate date) {
        return on(date, date);
    }

    /** The price that counts on a date, for one unit as units are on another date, on or after it. */
    public Optional<PriceOnDate> on(LocalDate date, LocalDate units) {
        int index = prices.indexOnOrBefore(date);
        if (index < 0) {
            return Optional.empty();
        }
        BigDecimal price = prices.exact(index);
        for (Transaction.Split split : splits) {
            if (split.date().isAfter(prices.date(index)) && !split.date().isAfter(units)) {
                price = Lot.ratio(price, split.oldUnits(), split.newUnits());
            }
        }
        return Optional.of(new PriceOnDate(price, prices.date(index), traded[index]));
    }

    /** Prices on many ascending days, by the same rule; NaN marks a day without a price. */
    public double[] on(int[] days) {
        double[] values = new double[days.length];
        int index = -1;
        for (int i = 0; i < days.length; i++) {
            while (index + 1 < prices.size() && prices.day(index + 1) <= days[i]) {
                index++;
            }
            values[i] = index < 0 ? Double.NaN : prices.value(index) * unitsFactor(prices.day(index), days[i]);
        }
        return values;
    }

    private double unitsFactor(int observed, int day) {
        double factor = 1.0;
        for (Transaction.Split split : splits) {
            long date = split.date().toEpochDay();
            if (date > observed && date <= day) {
                factor *= split.oldUnits().doubleValue() / split.newUnits().doubleValue();
            }
        }
        return factor;
    }
}
