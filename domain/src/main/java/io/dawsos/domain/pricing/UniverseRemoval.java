package io.dawsos.domain.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;

/** The lawful erasure of a whole universe: its portfolios, ledgers, securities, observations and packs. */
public interface UniverseRemoval {

    /**
     * Erases a universe, all or nothing, and writes it to the audit.
     *
     * @return how many rows are gone
     * @throws IllegalArgumentException for the real universe
     */
    long remove(AccessScope scope, Universe universe);
}
