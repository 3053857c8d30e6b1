package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums of amounts that may be unknown. */
final class Sums {

    private Sums() {}

    /** Adds amounts; empty if there are none, one is unknown or their currencies differ. */
    static Optional<Money> ofOneCurrency(List<Optional<Money>> amounts) {
        Optional<Money> sum = Optional.empty();
        for (Optional<Money> amount : amounts) {
            if (amount.isEmpty()
                    || (sum.isPresent()
                            && !sum.get().currency().equals(amount.get().currency()))) {
                return Optional.empty();
            }
            sum = Optional.of(sum.map(amount.get()::plus).orElse(amount.get()));
        }
        return sum;
    }

    /** Adds the proceeds of matched lots. */
    static Optional<Money> ofProceeds(List<Disposal.MatchedLot> matched) {
        if (matched.size() == 1) {
            return matched.get(0).proceeds();
        }
        List<Optional<Money>> parts = new ArrayList<>(matched.size());
        for (Disposal.MatchedLot lot : matched) {
            parts.add(lot.proceeds());
        }
        return ofOneCurrency(parts);
    }

    /** Adds the units of matched lots. */
    static BigDecimal ofUnits(List<Disposal.MatchedLot> matched) {
        BigDecimal sum = matched.get(0).quantity();
        for (int i = 1; i < matched.size(); i++) {
            sum = sum.add(matched.get(i).quantity());
        }
        return sum;
    }
}
