package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The open lots of one security while a ledger is folded: all long or all short. */
final class LotBook {

    private final SecurityId security;
    private final LotMatching matching;
    private final BigDecimal dust;
    private final PriorityQueue<OpenLot> queue;
    private final Map<LotId, OpenLot> byId = new HashMap<>();
    private final Map<CurrencyCode, Integer> currencies = new HashMap<>();
    private long opened;

    LotBook(SecurityId security, LotRules rules) {
        this.security = security;
        this.matching = rules.matching();
        this.dust = rules.dust();
        this.queue = new PriorityQueue<>(LotOrder.of(matching));
    }

    /**
     * What became of units that were to be closed.
     *
     * @param rest units that no open lot was left for
     * @param dust the rest of a rounding that was closed too; 0 if there was none
     */
    record Closing(List<MatchedLot> matched, Units rest, BigDecimal dust) {}

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Says whether units of a sign would close open lots instead of adding to them. */
    boolean closes(int sign) {
        OpenLot first = queue.peek();
        return first != null && first.units().signum() != sign;
    }

    /** The open lots in the order of their acquisition, to be changed in place without changing their order by cost. */
    List<OpenLot> open() {
        return queue.stream().sorted(LotOrder.listed()).toList();
    }

    List<Lot> lots() {
        return open().stream().map(lot -> lot.toLot(security)).toList();
    }

    /** Opens a lot, or adds to the pool if costs are averaged. */
    void open(LotId id, LocalDate acquired, Units units, Optional<Money> cost) {
        if (matching.pools() && addToPool(units, cost)) {
            return;
        }
        OpenLot lot = new OpenLot(id, acquired, opened++, units, cost);
        price(lot);
        queue.add(lot);
        if (matching == LotMatching.SPECIFIC) {
            byId.put(id, lot);
        }
    }

    private boolean addToPool(Units units, Optional<Money> cost) {
        for (OpenLot pool : queue) {
            Optional<Money> sum = Sums.ofOneCurrency(List.of(pool.cost(), cost));
            if (sum.isPresent() || pool.cost().isEmpty() || cost.isEmpty()) {
                pool.set(pool.units().plus(units), sum);
                return true;
            }
        }
        return false;
    }

    private void price(OpenLot lot) {
        if (matching == LotMatching.HIFO) {
            int rank = lot.cost()
                    .map(cost -> currencies.computeIfAbsent(cost.currency(), code -> currencies.size()))
                    .orElse(0);
            lot.price(rank);
        }
    }

    /** Multiplies all open units; false if there are none. */
    boolean split(BigDecimal newUnits, BigDecimal oldUnits) {
        for (OpenLot lot : queue) {
            lot.set(lot.units().times(newUnits, oldUnits), lot.cost());
        }
        reorder();
        return !queue.isEmpty();
    }

    /** Restores the order after costs or units of many lots changed. */
    void reorder() {
        if (matching == LotMatching.HIFO) {
            List<OpenLot> all = List.copyOf(queue);
            queue.clear();
            all.forEach(this::price);
            queue.addAll(all);
        }
    }

    /** Takes all lots out, in the order of their acquisition. */
    List<OpenLot> drain() {
        List<OpenLot> all = open();
        queue.clear();
        byId.clear();
        return all;
    }

    /**
     * Uses up open lots.
     *
     * @param quantity units to close, more than 0
     * @param proceeds for all of them
     * @param named lots that go first; those that are not open are passed over
     */
    Closing close(Units quantity, Optional<Money> proceeds, List<LotChoice> named) {
        Use use = new Use(quantity, proceeds);
        if (matching == LotMatching.SPECIFIC) {
            for (LotChoice choice : named) {
                OpenLot lot = byId.get(choice.lot());
                if (lot != null && use.needed.signum() > 0) {
                    use.of(lot, Units.of(choice.quantity()));
                }
            }
        }
        OpenLot next = queue.peek();
        while (use.needed.signum() > 0 && next != null) {
            use.of(next, use.needed);
            next = queue.peek();
        }
        return new Closing(use.matched, use.needed, use.dust);
    }

    /** The units that named lots lack, under the rule that heeds names. */
    BigDecimal missing(List<LotChoice> named) {
        BigDecimal missing = BigDecimal.ZERO;
        if (matching == LotMatching.SPECIFIC) {
            for (LotChoice choice : named) {
                OpenLot lot = byId.get(choice.lot());
                BigDecimal open =
                        lot == null ? BigDecimal.ZERO : lot.units().abs().rounded();
                missing = missing.add(choice.quantity().subtract(open).max(BigDecimal.ZERO));
            }
        }
        return missing;
    }

    private void remove(OpenLot lot) {
        if (queue.peek() == lot) {
            queue.poll();
        } else {
            queue.remove(lot);
        }
        byId.remove(lot.id());
    }

    /** A use of lots under way. */
    private final class Use {
        private final List<MatchedLot> matched = new ArrayList<>();
        private Units needed;
        private Optional<Money> left;
        private BigDecimal dust = BigDecimal.ZERO;

        Use(Units needed, Optional<Money> proceeds) {
            this.needed = needed;
            this.left = proceeds;
        }

        /** Uses a lot, up to a bound of units. */
        void of(OpenLot lot, Units bound) {
            Units wanted = bound.compareTo(needed) < 0 ? bound : needed;
            Units open = lot.units().abs();
            Units rest = open.minus(wanted);
            boolean even = rest.rounded().abs().compareTo(LotBook.this.dust) <= 0;
            Units used = even || rest.signum() > 0 ? wanted : open;
            Optional<Money> share = Shares.of(left, used, needed);
            left = Shares.rest(left, share);
            Optional<Money> cost = lot.cost();
            if (even || rest.signum() < 0) {
                remove(lot);
            } else {
                cost = Shares.of(lot.cost(), used, open);
                lot.set(lot.units().signum() < 0 ? rest.negated() : rest, Shares.rest(lot.cost(), cost));
            }
            if (even) {
                dust = dust.add(rest.rounded().abs());
            }
            matched.add(new MatchedLot(lot.id(), lot.acquired(), used.rounded(), cost, share));
            needed = needed.minus(used);
        }
    }
}
