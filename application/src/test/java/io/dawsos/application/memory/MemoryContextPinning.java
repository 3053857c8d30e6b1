package io.dawsos.application.memory;

import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.util.Optional;

/** Pinning in memory. */
final class MemoryContextPinning implements ContextPinning {

    private final MemoryStore store;
    private final Portfolios portfolios;
    private final Ledger ledger;
    private final PricingPacks packs;

    @Inject
    MemoryContextPinning(MemoryStore store, Portfolios portfolios, Ledger ledger, PricingPacks packs) {
        this.store = store;
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.packs = packs;
    }

    @Override
    public Pins pin(AccessScope scope, PinRequest request) {
        synchronized (store) {
            Optional<Portfolio> portfolio = portfolio(scope, request.subject());
            Universe universe = portfolio.map(Portfolio::universe).orElse(Universe.REAL);
            return new Pins(
                    portfolio.map(found -> new PinnedPortfolio(
                            found, ledger.head(scope, found.id()).map(LedgerCommit::hash))),
                    pack(universe, request));
        }
    }

    private Optional<Portfolio> portfolio(AccessScope scope, Subject subject) {
        if (subject instanceof Subject.OnePortfolio one) {
            return Optional.of(
                    portfolios.find(scope, one.id()).orElseThrow(() -> new PortfolioNotFoundException(one.id())));
        }
        if (subject instanceof Subject.DefaultPortfolio) {
            return Optional.of(portfolios.list(scope).stream().findFirst().orElseThrow(NoPortfolioException::new));
        }
        return Optional.empty();
    }

    private Optional<PricingPack> pack(Universe universe, PinRequest request) {
        if (request.pack().isPresent()) {
            return Optional.of(packs.find(request.pack().get())
                    .filter(pack -> pack.universe() == universe)
                    .orElseThrow(
                            () -> new PackNotFoundException(request.pack().get().value())));
        }
        return request.asOf().isPresent() ? packs.build(universe, request.asOf()) : packs.newest(universe);
    }
}
