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
    SPLIT,
    COVER,
    SHORT_SALE,
    REINVESTED_DIVIDEND,
    STAKING,
    OTHER_INCOME,
    RETURN_OF_CAPITAL,
    REVERSE_SPLIT,
    BONUS,
    RIGHTS,
    SPIN_OFF,
    MERGER,
    FX_CONVERSION,
    REVERSAL
}
