package io.dawsos.domain.performance;

import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.attribution.CurrencyAttribution.CurrencyParts;
import io.dawsos.domain.attribution.CurrencyAttribution.Parts;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.money.CurrencyCode;
import java.util.Map;
import java.util.TreeMap;

/** Computes a {@link CurrencyAttribution} from the sleeves of a daily valuation. */
public final class CurrencyAttributor {

    private static final int LOCAL = 0;
    private static final int FX = 1;
    private static final int BOTH = 2;

    private final DailyValuation valuation;
    private final ReturnSeries returns;
    private final int after;
    private final int last;

    private CurrencyAttributor(DailyValuation valuation, ReturnSeries returns, int after) {
        this.valuation = valuation;
        this.returns = returns;
        this.after = after;
        this.last = valuation.days().size() - 1;
    }

    /**
     * Splits the return of the last days.
     *
     * @param window how many valuation days, at most the whole history
     */
    public static Figure<CurrencyAttribution> of(DailyValuation valuation, ReturnSeries returns, int window) {
        int first = returns.firstKnown();
        if (first < 0) {
            return returns.sinceInception().map(nothing -> {
                throw new IllegalStateException("a series without returns has no total");
            });
        }
        int after = Math.max(first - 1, valuation.days().size() - 1 - window);
        for (int day = after + 1; day < valuation.days().size(); day++) {
            if (valuation.whyMissing(day).isPresent()) {
                return Figure.missing(valuation.whyMissing(day).get());
            }
            if (returns.known(day) && returns.value(day) <= -1) {
                return Figure.missing(new Unavailable(
                        "total_loss",
                        "everything was lost on " + valuation.days().date(day) + ", so returns can't be linked",
                        "ask for a window after that day"));
            }
        }
        return Figure.known(new CurrencyAttributor(valuation, returns, after).run());
    }

    /** The index of the day at whose end a window opens. */
    public static int opening(ReturnSeries returns, int window) {
        return Math.max(Math.max(0, returns.firstKnown() - 1), returns.days().size() - 1 - window);
    }

    private CurrencyAttribution run() {
        double twr = returns.linked(after, last);
        double[] weight = linkingWeights(twr);
        Map<CurrencyCode, double[]> sums = new TreeMap<>();
        Map<CurrencyCode, Double> opening = new TreeMap<>();
        for (Sleeve sleeve : valuation.sleeves()) {
            double[] sum = sums.computeIfAbsent(sleeve.currency(), code -> new double[3]);
            for (int day = after + 1; day <= last; day++) {
                if (returns.known(day)) {
                    add(sleeve, day, weight[day - after - 1], sum);
                }
            }
            double value = after < 0 || sleeve.value(after) == 0 ? 0 : sleeve.value(after) * sleeve.rate(after);
            opening.merge(sleeve.currency(), value, Double::sum);
        }
        double base = after < 0 ? 0 : valuation.total(after);
        double[] total = new double[3];
        Map<CurrencyCode, CurrencyParts> byCurrency = new TreeMap<>();
        sums.forEach((currency, sum) -> {
            for (int part = 0; part < 3; part++) {
                total[part] += sum[part];
            }
            double share = base > 0 ? opening.getOrDefault(currency, 0.0) / base : 0;
            byCurrency.put(currency, new CurrencyParts(new Parts(sum[LOCAL], sum[FX], sum[BOTH]), share));
        });
        return new CurrencyAttribution(new Parts(total[LOCAL], total[FX], total[BOTH]), byCurrency, twr);
    }

    /** Carino's factors: ln(1+r)/r of each day over ln(1+R)/R of the window, each divided by the day's opening value. */
    private double[] linkingWeights(double twr) {
        double whole = logarithmic(twr);
        double[] weights = new double[last - after];
        for (int day = after + 1; day <= last; day++) {
            double opening = (day == 0 ? 0 : valuation.total(day - 1)) + valuation.inflow(day);
            weights[day - after - 1] = returns.known(day) ? logarithmic(returns.value(day)) / whole / opening : 0;
        }
        return weights;
    }

    private static double logarithmic(double value) {
        return value == 0 ? 1 : StrictMath.log1p(value) / value;
    }

    private static void add(Sleeve sleeve, int day, double weight, double[] sum) {
        double before = day == 0 ? 0 : sleeve.value(day - 1);
        double flow = sleeve.flow(day);
        double now = sleeve.value(day);
        if (before == 0 && now == 0 && flow == 0) {
            return;
        }
        double rate = sleeve.rate(day);
        double rateBefore = before == 0 ? rate : sleeve.rate(day - 1);
        double gain = now - before - flow;
        sum[LOCAL] += weight * gain * rateBefore;
        sum[FX] += weight * before * (rate - rateBefore);
        sum[BOTH] += weight * gain * (rate - rateBefore);
    }
}
