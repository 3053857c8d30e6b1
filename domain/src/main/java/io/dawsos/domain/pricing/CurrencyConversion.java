package io.dawsos.domain.pricing;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recorder;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.CostCurrency;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exchange rates of a slice: the direct quotation, else the inverse, else the cross through EUR, else through USD; each the last
 * observation on or before the date. There is no rate of 1 but that of a currency to itself.
 */
public final class CurrencyConversion {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final List<CurrencyCode> PIVOTS = List.of(CurrencyCode.of("EUR"), CurrencyCode.of("USD"));

    private final MarketSlice slice;

    public CurrencyConversion(MarketSlice slice) {
        this.slice = slice;
    }

    /** The quotations that converting these currencies into a base may need: every pair among them and the pivots. */
    public static Set<CurrencyPair> pairsFor(Set<CurrencyCode> currencies, CurrencyCode base) {
        Set<CurrencyCode> all = new TreeSet<>(currencies);
        all.add(base);
        if (all.size() == 1) {
            return Set.of();
        }
        all.addAll(PIVOTS);
        Set<CurrencyPair> pairs = new TreeSet<>();
        for (CurrencyCode one : all) {
            for (CurrencyCode other : all) {
                boolean needed =
                        one.equals(base) || other.equals(base) || PIVOTS.contains(one) || PIVOTS.contains(other);
                if (!one.equals(other) && needed) {
                    pairs.add(new CurrencyPair(one, other));
                }
            }
        }
        return pairs;
    }

    /** Units of {@code to} for one unit of {@code from} on a date, to 34 digits where it has to be divided. */
    public Figure<BigDecimal> rate(CurrencyCode from, CurrencyCode to, LocalDate date) {
        return rate(from, to, date, Recorder.NONE);
    }

    /** The same, with its explanation for a recorder. */
    public Figure<BigDecimal> rate(CurrencyCode from, CurrencyCode to, LocalDate date, Recorder recorder) {
        if (from.equals(to)) {
            recorder.keep(() -> Explanation.leaf(
                    Operation.PARAMETER, to + " for 1 " + from, BigDecimal.ONE, "rate", "the same currency"));
            return Figure.known(BigDecimal.ONE);
        }
        int day = Math.toIntExact(date.toEpochDay());
        for (List<Leg> way : ways(from, to)) {
            if (way.stream().allMatch(leg -> leg.known(day))) {
                BigDecimal rate = way.stream()
                        .map(leg -> leg.exact(day))
                        .reduce((first, second) -> first.multiply(second, PRECISION))
                        .orElseThrow();
                recorder.keep(() -> way.size() == 1
                        ? way.get(0).explain(day)
                        : Explanation.exact(
                                to + " for 1 " + from + " on " + date,
                                rate,
                                "rate",
                                Operation.PRODUCT,
                                () -> way.stream().map(leg -> leg.explain(day)).toList()));
                return Figure.known(rate);
            }
        }
        return Figure.missing(missing(from, to, date));
    }

    /**
     * The rule that keeps costs in one currency: at the transaction's own rate if it leads there, else at the rate of the date;
     * unrounded.
     */
    public CostCurrency costIn(CurrencyCode currency) {
        return (amount, date, stated) -> {
            if (amount.currency().equals(currency)) {
                return Optional.of(amount);
            }
            if (stated.filter(rate -> rate.currency().equals(currency)).isPresent()) {
                return Optional.of(stated.get().convert(amount));
            }
            return rate(amount.currency(), currency, date)
                    .asOptional()
                    .map(rate -> Money.of(amount.amount().multiply(rate, PRECISION), currency));
        };
    }

    /** Rates on many days, by the same rule; NaN marks a day without a rate and never leaves the domain's arrays. */
    public double[] rates(CurrencyCode from, CurrencyCode to, int[] days) {
        double[] rates = new double[days.length];
        if (from.equals(to)) {
            java.util.Arrays.fill(rates, 1.0);
            return rates;
        }
        List<List<Leg>> ways = ways(from, to);
        for (int i = 0; i < days.length; i++) {
            rates[i] = Double.NaN;
            for (int way = 0; way < ways.size() && Double.isNaN(rates[i]); way++) {
                rates[i] = value(ways.get(way), days[i]);
            }
        }
        return rates;
    }

    /** The ways from one currency to another, in the order of preference. */
    private List<List<Leg>> ways(CurrencyCode from, CurrencyCode to) {
        List<List<Leg>> ways = new ArrayList<>();
        ways.add(List.of(new Leg(from, to)));
        for (CurrencyCode pivot : PIVOTS) {
            if (!pivot.equals(from) && !pivot.equals(to)) {
                ways.add(List.of(new Leg(from, pivot), new Leg(pivot, to)));
            }
        }
        return ways;
    }

    private static double value(List<Leg> way, int day) {
        double value = 1;
        for (Leg leg : way) {
            value *= leg.known(day) ? leg.value(day) : Double.NaN;
        }
        return value;
    }

    private static Unavailable missing(CurrencyCode from, CurrencyCode to, LocalDate date) {
        return new Unavailable(
                "fx_rate_missing",
                "no exchange rate of " + from + " in " + to + " on or before " + date,
                "import exchange rates of " + from + "/" + to + " that begin on or before " + date);
    }

    /** One step of a conversion, quoted either way. */
    private final class Leg {
        private final CurrencyPair pair;
        private final ObservationSeries quoted;
        private final ObservationSeries inverse;

        Leg(CurrencyCode from, CurrencyCode to) {
            this.pair = new CurrencyPair(from, to);
            this.quoted = slice.ratesOf(pair);
            this.inverse = slice.ratesOf(pair.inverse());
        }

        boolean known(int day) {
            return quoted.indexOnOrBefore(day) >= 0 || inverse.indexOnOrBefore(day) >= 0;
        }

        BigDecimal exact(int day) {
            int index = quoted.indexOnOrBefore(day);
            return index >= 0
                    ? quoted.exact(index)
                    : BigDecimal.ONE.divide(inverse.exact(inverse.indexOnOrBefore(day)), PRECISION);
        }

        Explanation explain(int day) {
            int index = quoted.indexOnOrBefore(day);
            if (index >= 0) {
                return observed(pair, quoted, index);
            }
            int other = inverse.indexOnOrBefore(day);
            return Explanation.exact(
                    pair.quote() + " for 1 " + pair.base(),
                    exact(day),
                    "rate",
                    Operation.RATIO,
                    () -> List.of(Explanation.parameter("1", 1), observed(pair.inverse(), inverse, other)));
        }

        private Explanation observed(CurrencyPair observedPair, ObservationSeries series, int index) {
            return Explanation.leaf(
                    Operation.RATE,
                    observedPair.quote() + " for 1 " + observedPair.base() + ", observed on " + series.date(index),
                    series.exact(index),
                    "rate",
                    "pack:" + slice.pack().id().value());
        }

        double value(int day) {
            int index = quoted.indexOnOrBefore(day);
            return index >= 0 ? quoted.value(index) : 1.0 / inverse.value(inverse.indexOnOrBefore(day));
        }
    }
}
