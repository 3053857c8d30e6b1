package io.dawsos.domain.execution;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.PortfolioNotFoundException;

/**
 * Fixes what a run depends on, in one read: portfolio, ledger head and pricing pack belong together. What this
 * process has committed is always seen; what another process on the same database commits, within a second.
 */
public interface ContextPinning {

    /**
     * Pins a run.
     *
     * @throws PortfolioNotFoundException if the scope can't see the portfolio that was asked for
     * @throws NoPortfolioException if the default portfolio was asked for and the scope has none
     * @throws PackNotFoundException if the pack does not exist, or is of another universe than the portfolio
     */
    Pins pin(AccessScope scope, PinRequest request);

    /** Thrown when a user has no portfolio yet. */
    final class NoPortfolioException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoPortfolioException() {
            super("no portfolio yet");
        }
    }

    /** Thrown when a pack does not exist, or not for this portfolio's universe. */
    final class PackNotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PackNotFoundException(String pack) {
            super("no pricing pack " + pack);
        }
    }
}
