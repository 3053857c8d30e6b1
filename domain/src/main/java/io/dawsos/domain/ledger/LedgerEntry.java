package io.dawsos.domain.ledger;

/**
 * A transaction at its place in a ledger.
 *
 * @param sequence its position in the whole ledger, from 0; entries of one date count in this order
 */
public record LedgerEntry(TransactionId id, long sequence, Transaction transaction) {}
