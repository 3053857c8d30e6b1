package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Transaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The units of one security while a ledger is laid out over days. */
final class SecurityTrack {

    private final Sleeve sleeve;
    private final Function<LocalDate, Unavailable> whyNoPrice;
    private final List<Transfer> transfers = new ArrayList<>();
    private BigDecimal units = BigDecimal.ZERO;
    private int filled;

    SecurityTrack(Sleeve sleeve, Function<LocalDate, Unavailable> whyNoPrice) {
        this.sleeve = sleeve;
        this.whyNoPrice = whyNoPrice;
    }

    /**
     * Units that came in or went out on a day without a price that was paid; negative if they went out.
     *
     * @param source the security that they came from; empty if they crossed the portfolio's border
     */
    private record Transfer(int day, BigDecimal units, Optional<SecurityTrack> source) {}

    BigDecimal units() {
        return units;
    }

    Sleeve sleeve() {
        return sleeve;
    }

    Function<LocalDate, Unavailable> whyNoPrice() {
        return whyNoPrice;
    }

    void move(int day, BigDecimal quantity) {
        fillTo(day);
        units = units.add(quantity);
        if (units.abs().compareTo(LedgerFold.DUST) <= 0) {
            units = BigDecimal.ZERO;
        }
    }

    void transfer(int day, BigDecimal quantity) {
        move(day, quantity);
        transfers.add(new Transfer(day, quantity, Optional.empty()));
    }

    /** Units that came out of another security, which gave up their value. */
    void carry(int day, BigDecimal quantity, SecurityTrack source) {
        move(day, quantity);
        transfers.add(new Transfer(day, quantity, Optional.of(source)));
    }

    /** Multiplies the units, and those that came in or went out earlier but count on the same valuation day. */
    void split(int day, Transaction.Split split) {
        fillTo(day);
        units = times(units, split);
        transfers.replaceAll(transfer -> transfer.day() == day
                ? new Transfer(day, times(transfer.units(), split), transfer.source())
                : transfer);
    }

    /**
     * Turns units into values at the prices of the days, and transfers into flows.
     *
     * @param prices one for each valuation day
     * @param flows takes the day and base value of each transfer; NaN if it can't be valued
     */
    void value(double[] prices, FlowSink flows) {
        double[] values = sleeve.values();
        fillTo(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                values[i] *= prices[i];
            }
        }
        for (Transfer transfer : transfers) {
            int day = transfer.day();
            double inBase = transfer.units().doubleValue() * prices[day] * sleeve.rate(day);
            if (transfer.source().isEmpty()) {
                sleeve.addFlow(day, inBase);
                flows.take(day, inBase);
            } else if (!Double.isNaN(inBase)) {
                sleeve.addFlow(day, inBase);
                transfer.source().get().sleeve().addFlow(day, -inBase);
            }
        }
    }

    /** Takes a flow across the portfolio's border. */
    @FunctionalInterface
    interface FlowSink {
        void take(int day, double inBase);
    }

    private static BigDecimal times(BigDecimal quantity, Transaction.Split split) {
        return Lot.ratio(quantity, split.newUnits(), split.oldUnits());
    }

    private void fillTo(int day) {
        if (day > filled) {
            Arrays.fill(sleeve.values(), filled, day, units.doubleValue());
            filled = day;
        }
    }
}
