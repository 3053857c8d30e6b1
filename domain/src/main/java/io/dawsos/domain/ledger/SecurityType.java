package io.dawsos.domain.ledger;

/** What kind of thing a security is. */
public enum SecurityType {
    EQUITY,
    FUND,
    BOND,
    COMMODITY,
    CRYPTO,
    OTHER
}
