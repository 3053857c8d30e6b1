package io.dawsos.domain.ledger;

import io.dawsos.domain.identity.AccessScope;
import java.util.List;
import java.util.Optional;

/** The portfolios that a scope may see. */
public interface Portfolios {

    /**
     * Adds a portfolio.
     *
     * @return false, and nothing is stored, if its owner already has a portfolio of that name
     */
    boolean add(AccessScope scope, Portfolio portfolio);

    /** Finds a portfolio; another user's does not exist. */
    Optional<Portfolio> find(AccessScope scope, PortfolioId id);

    /** Lists the portfolios of a scope in the order in which they were added; the first is the user's default. */
    List<Portfolio> list(AccessScope scope);
}
