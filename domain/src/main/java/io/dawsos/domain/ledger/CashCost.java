package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the cash of each currency cost: the sum of all that moved it, each at the rate of its date. The value of a balance minus
 * its cost is what exchange rates did to it.
 */
public final class CashCost {

    private CashCost() {}

    /** Gives the cost of each balance; empty inside if a rate is not known. */
    public static Map<CurrencyCode, Optional<Money>> at(
            List<LedgerEntry> entries, LocalDate asOf, CostCurrency currency) {
        Map<CurrencyCode, Optional<Money>> costs = new TreeMap<>();
        for (LedgerEntry entry : LedgerFold.inOrder(entries)) {
            Transaction transaction = entry.transaction();
            if (!transaction.date().isAfter(asOf)) {
                Optional<StatedRate> stated =
                        TransactionFields.of(transaction).details().rate();
                transaction
                        .cashEffect()
                        .ifPresent(effect -> add(costs, effect, currency.of(effect, transaction.date(), stated)));
                transaction
                        .counterEffect()
                        .ifPresent(effect -> add(costs, effect, currency.of(effect, transaction.date(), stated)));
            }
        }
        return costs;
    }

    private static void add(Map<CurrencyCode, Optional<Money>> costs, Money effect, Optional<Money> cost) {
        costs.merge(effect.currency(), cost, (one, other) -> Sums.ofOneCurrency(List.of(one, other)));
    }
}
