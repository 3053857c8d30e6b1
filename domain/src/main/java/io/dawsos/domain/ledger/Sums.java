package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
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
}
