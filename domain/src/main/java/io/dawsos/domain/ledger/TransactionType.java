package io.dawsos.domain.ledger;

/** The types of transaction, by the names that files, the database and the API use. */
public enum TransactionType {
    BUY,
    SELL,
    DIVIDEND,
    INTEREST,
    FEE,
    TAX,
    DEPOSIT,
    WITHDRAWAL,
    TRANSFER_IN,
    TRANSFER_OUT,
    SPLIT
}
