package io.dawsos.domain.performance;

import java.math.BigDecimal;
import java.util.Arrays;

/** The cash of one currency while a ledger is laid out over days; its balance is exact. */
final class CashTrack {

    private final Sleeve sleeve;
    private BigDecimal balance = BigDecimal.ZERO;
    private int filled;

    CashTrack(Sleeve sleeve) {
        this.sleeve = sleeve;
    }

    Sleeve sleeve() {
        return sleeve;
    }

    void move(int day, BigDecimal amount) {
        fillTo(day);
        balance = balance.add(amount);
    }

    void fillTo(int day) {
        if (day > filled) {
            Arrays.fill(sleeve.values(), filled, day, balance.doubleValue());
            filled = day;
        }
    }
}
