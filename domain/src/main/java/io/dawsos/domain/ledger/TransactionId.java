package io.dawsos.domain.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The identity of one entry in a ledger. */
public record TransactionId(UUID value) {

    /**
     * Derives the identity of an entry from its place in the chain, so that the same ledger always has the same identities.
     *
     * @param portfolio the portfolio whose ledger it is
     * @param parent the head that the entry's commit builds on, empty for the first commit
     * @param ordinal the entry's position in its commit, from 0
     */
    public static TransactionId derived(PortfolioId portfolio, Optional<LedgerHash> parent, int ordinal) {
        String place = portfolio.value() + "/" + parent.map(LedgerHash::hex).orElse("") + "/" + ordinal;
        return new TransactionId(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
    }
}
