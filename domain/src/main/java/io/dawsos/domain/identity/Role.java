package io.dawsos.domain.identity;

/** What a user may do beside reading and writing their own portfolios. */
public enum Role {
    /** Owns this server: writes shared market data, sees and resets breakers. */
    ADMIN,
    /** Owns their own portfolios only. */
    USER
}
