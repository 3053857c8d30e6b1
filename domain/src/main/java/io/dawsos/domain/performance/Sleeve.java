package io.dawsos.domain.performance;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import java.util.Optional;

/**
 * One security, or the cash of one currency, day by day, in columns over the valuation days.
 *
 * <p>Flows move value between this sleeve and others, or over the portfolio's border: for a security purchases and units brought in
 * against sales, units taken out and dividends; for cash the other side of these, and deposits against withdrawals. Interest,
 * and fees and taxes that belong to no trade, are no flows: they are what the cash itself earned.
 */
public final class Sleeve {

    private final Optional<SecurityId> security;
    private final CurrencyCode currency;
    private final double[] values;
    private final double[] rates;
    private final double[] inflows;
    private final double[] outflows;

    /** @param rates shared by all sleeves of one currency */
    Sleeve(Optional<SecurityId> security, CurrencyCode currency, double[] rates) {
        this.security = security;
        this.currency = currency;
        this.rates = rates;
        this.values = new double[rates.length];
        this.inflows = new double[rates.length];
        this.outflows = new double[rates.length];
    }

    /** The security; empty for cash. */
    public Optional<SecurityId> security() {
        return security;
    }

    /** The local currency. */
    public CurrencyCode currency() {
        return currency;
    }

    /** Value in local currency at the end of a day; NaN where it can't be known. */
    public double value(int day) {
        return values[day];
    }

    /** Units of base currency for one unit of local currency at the end of a day; NaN where it can't be known. */
    public double rate(int day) {
        return rates[day];
    }

    /** Value in base currency at the end of a day: 0 if nothing is held, whatever is known of price and rate. */
    public double baseValue(int day) {
        return values[day] == 0 ? 0 : values[day] * rates[day];
    }

    /** Value moved in during a day, 0 or more, in base currency at the day's rate. */
    public double inflow(int day) {
        return inflows[day];
    }

    /** Value moved out during a day, 0 or more, in base currency at the day's rate. */
    public double outflow(int day) {
        return outflows[day];
    }

    double[] values() {
        return values;
    }

    void addFlow(int day, double inBase) {
        if (inBase < 0) {
            outflows[day] -= inBase;
        } else {
            inflows[day] += inBase;
        }
    }
}
