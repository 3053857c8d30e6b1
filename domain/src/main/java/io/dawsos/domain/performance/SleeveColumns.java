package io.dawsos.domain.performance;

import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The columns of one sleeve while entries are laid into them, in date order. Units are counted exactly and written as doubles. */
final class SleeveColumns {

    private final CurrencyCode currency;
    private final double[] prices;
    private final double[] rates;
    private final double[] units;
    private final double[] flow;
    private BigDecimal current = BigDecimal.ZERO;
    private int filled;

    SleeveColumns(CurrencyCode currency, double[] prices, double[] rates) {
        this.currency = currency;
        this.prices = prices;
        this.rates = rates;
        this.units = new double[prices.length];
        this.flow = new double[prices.length];
    }

    double price(int day) {
        return prices[day];
    }

    double rate(int day) {
        return rates[day];
    }

    void addUnits(int day, BigDecimal more) {
        fillTo(day);
        current = current.add(more);
    }

    void split(int day, BigDecimal newUnits, BigDecimal oldUnits) {
        fillTo(day);
        current = Lot.ratio(current, newUnits, oldUnits);
    }

    void addFlow(int day, double amount) {
        flow[day] += amount;
    }

    private void fillTo(int day) {
        Arrays.fill(units, filled, day, current.doubleValue());
        filled = day;
    }

    Sleeve securitySleeve(Optional<SecurityId> security) {
        fillTo(units.length);
        double[] value = new double[units.length];
        for (int day = 0; day < value.length; day++) {
            value[day] = units[day] == 0 ? 0 : units[day] * prices[day];
        }
        return new Sleeve(security, currency, value, flow, rates);
    }

    Sleeve cashSleeve() {
        fillTo(units.length);
        return new Sleeve(Optional.empty(), currency, units, flow, rates);
    }
}
