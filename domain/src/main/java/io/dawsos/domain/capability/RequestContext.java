package io.dawsos.domain.capability;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PricingPack;
import java.util.Optional;

/**
 * What one run is pinned to. A capability reads no clock, no newest pack and no newest head: all it may depend on is here or in
 * its arguments.
 *
 * @param scope in whose name owned rows are read
 * @param traceId names the run in logs
 * @param portfolio the run's portfolio and ledger head; empty if it is about none
 * @param pack the pricing pack; empty if the universe has none yet
 * @param deadline when the run must be over
 */
public record RequestContext(
        AccessScope scope,
        String traceId,
        Optional<PinnedPortfolio> portfolio,
        Optional<PricingPack> pack,
        Deadline deadline) {

    /** The same with another deadline. */
    public RequestContext with(Deadline other) {
        return new RequestContext(scope, traceId, portfolio, pack, other);
    }

    /**
     * Gives the run's portfolio if it is the one asked for.
     *
     * @throws InvalidArgumentException if the run is pinned to another portfolio or to none
     */
    public PinnedPortfolio portfolio(PortfolioId id) {
        return portfolio
                .filter(pinned -> pinned.portfolio().id().equals(id))
                .orElseThrow(() -> new InvalidArgumentException(
                        "portfolio_id",
                        "the run is not pinned to portfolio " + id.value(),
                        "pass the portfolio as the pattern's input portfolio_id"));
    }
}
