package io.dawsos.application.portfolio;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens a new portfolio for a user. */
public final class CreatePortfolio {

    private final Portfolios portfolios;
    private final Supplier<UUID> identities;

    @Inject
    CreatePortfolio(Portfolios portfolios, Supplier<UUID> identities) {
        this.portfolios = portfolios;
        this.identities = identities;
    }

    /** Opens a portfolio; empty if the user has one of that name. */
    public Optional<Portfolio> run(UserId owner, String name, CurrencyCode base, Universe universe) {
        Portfolio portfolio = new Portfolio(new PortfolioId(identities.get()), owner, name, base, universe);
        return portfolios.add(AccessScope.of(owner), portfolio) ? Optional.of(portfolio) : Optional.empty();
    }
}
