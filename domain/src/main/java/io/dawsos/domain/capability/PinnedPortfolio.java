package io.dawsos.domain.capability;

import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.Portfolio;
import java.util.Optional;

/**
 * A portfolio and the head of its ledger, fixed for one run.
 *
 * @param head the newest commit when the run began; empty if the ledger is empty
 */
public record PinnedPortfolio(Portfolio portfolio, Optional<LedgerHash> head) {}
