package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Units that left a position, with the lots that they were taken from.
 *
 * @param transaction the entry that closed them
 * @param quantity units closed, more than 0
 * @param proceeds what they brought after costs; for a short position closed, what was received at its opening
 * @param cost what they had cost; for a short position closed, what was paid to close it. Empty if not known
 * @param matched the parts of lots that were taken, in order
 */
public record Disposal(
        TransactionId transaction,
        SecurityId security,
        LocalDate date,
        BigDecimal quantity,
        Money proceeds,
        Optional<Money> cost,
        List<Lot> matched) {

    public Disposal {
        matched = List.copyOf(matched);
    }

    /** Proceeds minus cost; empty if the cost is not known or is of another currency. */
    public Optional<Money> realizedGain() {
        return cost.filter(money -> money.currency().equals(proceeds.currency()))
                .map(money -> proceeds.plus(money.negated()));
    }
}
