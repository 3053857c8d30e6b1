package io.dawsos.domain.ledger;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The append-only hash chains of transactions, one per portfolio. A portfolio that the scope may not see has no chain. */
public interface Ledger {

    /** Gives the newest commit of a portfolio; empty if it has none. */
    Optional<LedgerCommit> head(AccessScope scope, PortfolioId portfolio);

    /** Lists the chain of a portfolio, oldest first. */
    List<LedgerCommit> commits(AccessScope scope, PortfolioId portfolio);

    /** Lists the entries of the chain that ends in {@code head}, in sequence; empty if there is no such commit. */
    default List<LedgerEntry> entries(AccessScope scope, PortfolioId portfolio, LedgerHash head) {
        return entries(scope, portfolio, head, Deadline.NEVER);
    }

    /**
     * The same for a caller who waits for so long: the store stops to work for it then.
     *
     * @throws Deadline.CancelledException if the time is over
     */
    List<LedgerEntry> entries(AccessScope scope, PortfolioId portfolio, LedgerHash head, Deadline deadline);

    /** Adds a commit whose securities are all described. */
    default boolean append(AccessScope scope, PortfolioId portfolio, LedgerCommit commit, List<LedgerEntry> entries) {
        return append(scope, portfolio, commit, entries, List.of());
    }

    /**
     * Adds a commit, its entries and the securities that it brings as a whole, if the portfolio's head still is the commit's
     * parent.
     *
     * @param newSecurities of the portfolio's universe; described in a revision of their own
     * @return false, and nothing is stored, if the head is another
     * @throws PortfolioNotFoundException if the scope can't see the portfolio
     * @throws SymbolTakenException if a new symbol belongs to another security; nothing is stored then
     */
    boolean append(
            AccessScope scope,
            PortfolioId portfolio,
            LedgerCommit commit,
            List<LedgerEntry> entries,
            Collection<Security> newSecurities);
}
