package io.dawsos.domain.attribution;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.Sleeve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A time-weighted return over a window split into local prices and income, exchange rates, and both together.
 *
 * <p>For one sleeve (1 + local)(1 + fx) - 1 = local + fx + interaction, where interaction = local x fx (Bacon, Practical Portfolio
 * Performance Measurement and Attribution, 2008, chapter 6). The window is cut into stretches in which nothing flows into or out
 * of the sleeve or over the portfolio's border, and the identity holds for the value that each stretch began with. A day with
 * flows is a stretch of its own, and flows count at that day's rate. So what nobody touches contributes its opening weight
 * times its own local, fx and interaction return.
 *
 * <p>Stretches are linked by the portfolio's return index where they begin (Frongello, Linking single period attribution results,
 * 2002): a gain counts by the index over the portfolio's value at that moment. The parts then sum to the linked return, and no
 * difference has to be spread.
 *
 * <p>Local holds price changes, dividends (at their security), interest, fees and taxes. The local return of cash is 0 but for
 * those.
 *
 * @param from the day at whose end the window opens; the first day if it opens at its start
 * @param bySleeve parts of what was held in the window: securities by identity, then cash by currency
 * @param byCurrency their sums by local currency, in the order of the codes
 * @param twr the time-weighted return of the same window, computed on its own
 */
public record CurrencyAttribution(
        LocalDate from,
        Parts total,
        List<SleeveParts> bySleeve,
        Map<CurrencyCode, CurrencyParts> byCurrency,
        double twr) {

    public CurrencyAttribution {
        bySleeve = List.copyOf(bySleeve);
        byCurrency = Collections.unmodifiableMap(new TreeMap<>(byCurrency));
    }

    /** The name of the method. */
    public static final String METHOD =
            "local, FX and interaction of each stretch without flows, linked by the return index (Frongello 2002)";

    /**
     * The parts of one currency.
     *
     * @param weight its share of the portfolio's value where the window opens
     */
    public record CurrencyParts(Parts parts, double weight) {}

    /**
     * The parts of one security, or of the cash of one currency.
     *
     * @param security empty for cash
     * @param parts what it contributed to the portfolio's return
     * @param weight its share of the portfolio's value where the window opens
     * @param own its own time-weighted return taken apart; missing if it was short or owed in the window
     */
    public record SleeveParts(
            Optional<SecurityId> security, CurrencyCode currency, Parts parts, double weight, Figure<Parts> own) {}

    /**
     * Splits the return of the last days.
     *
     * @param window how many valuation days, at most the whole history
     * @return missing if a day of the window can't be valued, or none has a return
     */
    public static Figure<CurrencyAttribution> of(DailyValuation valuation, ReturnSeries returns, int window) {
        int last = valuation.days().size() - 1;
        int after = opening(returns, window);
        for (int day = Math.max(after, 0); day <= last; day++) {
            Optional<Unavailable> why = valuation.whyMissing(day);
            if (why.isPresent()) {
                return Figure.missing(why.get());
            }
        }
        return returns.between(after, last).map(twr -> split(valuation, after, last, twr));
    }

    /** The index of the day at whose end a window opens; -1 if it opens at the start of the first day. */
    static int opening(ReturnSeries returns, int window) {
        return Math.max(Math.max(0, returns.firstKnown()) - 1, returns.days().size() - 1 - window);
    }

    private static CurrencyAttribution split(DailyValuation valuation, int after, int last, double twr) {
        LinkingScale scale = new LinkingScale(valuation, after, last);
        List<SleeveParts> bySleeve = new ArrayList<>();
        Map<CurrencyCode, CurrencyParts> byCurrency = new TreeMap<>();
        Parts total = Parts.NONE;
        double opening = after < 0 ? 0 : valuation.total(after);
        for (Sleeve sleeve : valuation.sleeves()) {
            SleevePath path = new SleevePath(sleeve, scale);
            path.walk(after, last);
            if (path.wasHeld()) {
                Parts parts = path.contribution();
                double weight = opening > 0 ? sleeve.baseValue(after) / opening : 0;
                bySleeve.add(new SleeveParts(sleeve.security(), sleeve.currency(), parts, weight, path.own()));
                byCurrency.merge(
                        sleeve.currency(),
                        new CurrencyParts(parts, weight),
                        (a, b) -> new CurrencyParts(a.parts().plus(b.parts()), a.weight() + b.weight()));
                total = total.plus(parts);
            }
        }
        return new CurrencyAttribution(valuation.days().date(Math.max(after, 0)), total, bySleeve, byCurrency, twr);
    }
}
