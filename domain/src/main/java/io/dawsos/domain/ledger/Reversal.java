package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes an earlier entry of the same ledger back: neither of the two counts any more. If an entry that is itself a
 * reversal is taken back, what it had reversed counts again.
 *
 * @param date of the entry that is taken back
 * @param reversed the entry that is taken back
 */
public record Reversal(LocalDate date, TransactionId reversed, String note) implements Transaction {
    @Override
    public Optional<Money> cashEffect() {
        return Optional.empty();
    }

    @Override
    public TransactionType type() {
        return TransactionType.REVERSAL;
    }
}
