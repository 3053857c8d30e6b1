package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** The rule that says in which currency costs and proceeds are kept while a ledger is folded, and at which rates. */
@FunctionalInterface
public interface CostCurrency {

    /** Every amount stays in the currency in which it was paid. */
    CostCurrency AS_PAID = (amount, date, stated) -> Optional.of(amount);

    /**
     * Gives an amount in the currency that costs are kept in.
     *
     * @param date on which it counts
     * @param stated the transaction's own exchange rate; it counts before any other if it leads to the currency
     * @return empty if no rate is known
     */
    Optional<Money> of(Money amount, LocalDate date, Optional<StatedRate> stated);
}
