package io.dawsos.domain.performance;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import java.util.Optional;

/**
 * One security, or the cash of one currency, day by day, in columns over the valuation days.
 *
 * <p>For the change of a day in local currency: {@code value[t] - value[t-1] = flow[t] + gain[t]}, where a flow moves value between
 * sleeves or over the portfolio's border, and the gain is what the sleeve earned.
 */
final class Sleeve {

    private final Optional<SecurityId> security;
    private final CurrencyCode currency;
    private final double[] values;
    private final double[] flows;
    private final double[] rates;

    Sleeve(Optional<SecurityId> security, CurrencyCode currency, double[] values, double[] flows, double[] rates) {
        this.security = security;
        this.currency = currency;
        this.values = values;
        this.flows = flows;
        this.rates = rates;
    }

    /** The security; empty for cash. */
    Optional<SecurityId> security() {
        return security;
    }

    /** The local currency. */
    CurrencyCode currency() {
        return currency;
    }

    /** Value in local currency at the end of a day; NaN where it can't be known. */
    double value(int day) {
        return values[day];
    }

    /** Value moved in during a day, negative if out, in local currency. */
    double flow(int day) {
        return flows[day];
    }

    /** Units of base currency for one unit of local currency at the end of a day; NaN where it can't be known. */
    double rate(int day) {
        return rates[day];
    }
}
