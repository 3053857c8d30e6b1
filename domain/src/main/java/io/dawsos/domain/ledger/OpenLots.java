package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The open lots of one security while its entries are folded. All lots have one sign: a position is long or short. */
final class OpenLots {

    private final LotMatching matching;
    private final List<Lot> lots = new ArrayList<>();

    OpenLots(LotMatching matching) {
        this.matching = matching;
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    /** Units that a trade of this direction would close: opposite to it. */
    BigDecimal closable(int direction) {
        BigDecimal open = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return open.signum() == -direction ? open.abs() : BigDecimal.ZERO;
    }

    /** Opens units in the direction of their sign. */
    void open(TransactionId transaction, LocalDate date, BigDecimal quantity, Optional<Money> cost) {
        Lot lot = new Lot(transaction, date, quantity, cost);
        if (matching == LotMatching.AVERAGE && !lots.isEmpty() && sameCurrency(lots.get(0), lot)) {
            Lot pool = lots.get(0);
            lots.set(
                    0,
                    new Lot(
                            pool.opening(),
                            pool.opened(),
                            pool.quantity().add(quantity),
                            pool.cost().flatMap(money -> cost.map(money::plus))));
            return;
        }
        lots.add(lot);
    }

    private static boolean sameCurrency(Lot pool, Lot lot) {
        return pool.cost().map(Money::currency).equals(lot.cost().map(Money::currency));
    }

    /** Takes units out, in the order of the method. */
    List<Lot> take(BigDecimal units) {
        List<Lot> taken = new ArrayList<>();
        BigDecimal missing = units;
        while (missing.signum() > 0) {
            int index = next();
            Lot lot = lots.get(index);
            BigDecimal sign = BigDecimal.valueOf(lot.quantity().signum());
            BigDecimal count = missing.min(lot.quantity().abs());
            Lot part = lot.part(count.multiply(sign));
            taken.add(part);
            if (count.compareTo(lot.quantity().abs()) == 0) {
                lots.remove(index);
            } else {
                lots.set(index, lot.without(part));
            }
            missing = missing.subtract(count);
        }
        return taken;
    }

    private int next() {
        return switch (matching) {
            case FIFO, AVERAGE -> 0;
            case LIFO -> lots.size() - 1;
            case HIFO -> dearest();
        };
    }

    private int dearest() {
        Comparator<Integer> byUnitCost =
                Comparator.comparing((Integer i) -> lots.get(i).unitCost().orElse(BigDecimal.ZERO));
        int dearest = 0;
        for (int i = 1; i < lots.size(); i++) {
            if (byUnitCost.compare(i, dearest) > 0) {
                dearest = i;
            }
        }
        return dearest;
    }

    void split(BigDecimal newUnits, BigDecimal oldUnits) {
        lots.replaceAll(lot -> lot.split(newUnits, oldUnits));
    }
}
