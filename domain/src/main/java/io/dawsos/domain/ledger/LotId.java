package io.dawsos.domain.ledger;

/**
 * The identity of a lot: the transaction that opened it and a number among the lots that it opened.
 *
 * @param opening the transaction that opened the lot
 * @param ordinal from 0
 */
public record LotId(TransactionId opening, int ordinal) {
    @Override
    public String toString() {
        return opening.value() + "/" + ordinal;
    }
}
