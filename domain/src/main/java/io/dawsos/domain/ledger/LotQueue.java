package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open lots of one security while a ledger is folded: all long or all short. */
final class LotQueue {

    private final SecurityId security;
    private final LotMatching matching;
    private final BigDecimal dust;
    private final List<OpenLot> lots = new ArrayList<>();

    LotQueue(SecurityId security, LotMatching matching, BigDecimal dust) {
        this.security = security;
        this.matching = matching;
        this.dust = dust;
    }

    /** A lot while its quantity is still an exact fraction. */
    private record OpenLot(LotId id, LocalDate opened, Units units, Optional<Money> cost) {
        OpenLot with(Units rest, Optional<Money> restCost) {
            return new OpenLot(id, opened, rest, restCost);
        }
    }

    /**
     * What became of units that were to be closed.
     *
     * @param rest units that no open lot was left for
     * @param dust the rest of a rounding that was closed too; 0 if there was none
     */
    record Closing(List<MatchedLot> matched, Units rest, BigDecimal dust) {}

    boolean isEmpty() {
        return lots.isEmpty();
    }

    /** Says whether units of a sign would close open lots instead of adding to them. */
    boolean closes(int sign) {
        return !lots.isEmpty() && lots.get(0).units().signum() != sign;
    }

    /** The open lots in the order in which they were opened. */
    List<Lot> lots() {
        return lots.stream()
                .map(lot ->
                        new Lot(lot.id(), security, lot.opened(), lot.units().rounded(), lot.cost()))
                .toList();
    }

    /** Opens a lot, or adds to the pool if costs are averaged. */
    void open(LotId id, LocalDate date, Units units, Optional<Money> cost) {
        if (matching == LotMatching.AVERAGE) {
            for (int i = 0; i < lots.size(); i++) {
                OpenLot pool = lots.get(i);
                Optional<Money> sum = Sums.ofOneCurrency(List.of(pool.cost(), cost));
                if (sum.isPresent() || pool.cost().isEmpty() || cost.isEmpty()) {
                    lots.set(i, pool.with(pool.units().plus(units), sum));
                    return;
                }
            }
        }
        lots.add(new OpenLot(id, date, units, cost));
    }

    /** Multiplies all open units; false if there are none. */
    boolean split(BigDecimal newUnits, BigDecimal oldUnits) {
        lots.replaceAll(lot -> lot.with(lot.units().times(newUnits, oldUnits), lot.cost()));
        return !lots.isEmpty();
    }

    /**
     * Uses up open lots.
     *
     * @param quantity units to close, more than 0
     * @param proceeds for all of them
     */
    Closing close(Units quantity, Optional<Money> proceeds) {
        List<MatchedLot> matched = new ArrayList<>();
        Units needed = quantity;
        Optional<Money> left = proceeds;
        BigDecimal closedDust = BigDecimal.ZERO;
        while (needed.signum() > 0 && !lots.isEmpty()) {
            int index = next();
            OpenLot lot = lots.get(index);
            Units open = lot.units().abs();
            Units rest = open.minus(needed);
            boolean even = rest.rounded().abs().compareTo(dust) <= 0;
            Units used = even || rest.signum() > 0 ? needed : open;
            Optional<Money> share = Shares.of(left, used, needed);
            left = Shares.rest(left, share);
            Optional<Money> cost = lot.cost();
            if (even || rest.signum() < 0) {
                lots.remove(index);
            } else {
                cost = Shares.of(lot.cost(), used, open);
                lots.set(index, lot.with(signed(rest, lot), Shares.rest(lot.cost(), cost)));
            }
            if (even) {
                closedDust = rest.rounded().abs();
            }
            matched.add(new MatchedLot(lot.id(), lot.opened(), used.rounded(), cost, share));
            needed = needed.minus(used);
        }
        return new Closing(matched, needed, closedDust);
    }

    private static Units signed(Units units, OpenLot lot) {
        return lot.units().signum() < 0 ? units.negated() : units;
    }

    private int next() {
        return switch (matching) {
            case FIFO, AVERAGE -> 0;
            case LIFO -> lots.size() - 1;
            case HIFO -> dearest();
        };
    }

    /** Costs are compared in the currency of the oldest lot with a known cost; other lots go last, the oldest first. */
    private int dearest() {
        int found = 0;
        Optional<Money> highest = Optional.empty();
        for (int i = 0; i < lots.size(); i++) {
            Optional<Money> unitCost = unitCost(lots.get(i));
            if (unitCost.isPresent()
                    && (highest.isEmpty()
                            || (unitCost.get().currency().equals(highest.get().currency())
                                    && unitCost.get()
                                                    .amount()
                                                    .compareTo(highest.get().amount())
                                            > 0))) {
                found = i;
                highest = unitCost;
            }
        }
        return found;
    }

    private static Optional<Money> unitCost(OpenLot lot) {
        return lot.cost()
                .map(cost ->
                        Money.of(cost.amount().divide(lot.units().rounded(), MathContext.DECIMAL128), cost.currency()));
    }
}
