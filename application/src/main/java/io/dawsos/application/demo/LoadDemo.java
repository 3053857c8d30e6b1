package io.dawsos.application.demo;

import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Loads the simulated market and its portfolio, once. */
public final class LoadDemo {

    /** What the demo portfolio is called. */
    public static final String NAME = "Demo (simulated)";

    private final MarketData marketData;
    private final CorporateEvents events;
    private final PricingPacks packs;
    private final Portfolios portfolios;
    private final Ledger ledger;

    @Inject
    LoadDemo(MarketData marketData, CorporateEvents events, PricingPacks packs, Portfolios portfolios, Ledger ledger) {
        this.marketData = marketData;
        this.events = events;
        this.packs = packs;
        this.portfolios = portfolios;
        this.ledger = ledger;
    }

    /** What is loaded. */
    public record Loaded(String portfolio, String pack) {}

    /** Loads what is not there yet, for an owner. */
    public Loaded run(UserId owner) {
        AccessScope scope = AccessScope.of(owner);
        DemoMarket market = DemoMarket.standard();
        if (packs.newest(Universe.SIMULATED).isEmpty()) {
            marketData.record(scope, Universe.SIMULATED, "demo market, seed " + DemoMarket.SEED, market::pushTo);
            events.record(scope, Universe.SIMULATED, "demo market, seed " + DemoMarket.SEED, DemoEvents.of(market));
        }
        String pack = packs.build(Universe.SIMULATED, Optional.of(market.lastDay()))
                .orElseThrow()
                .id()
                .value();
        Portfolio portfolio = portfolios.list(scope).stream()
                .filter(found -> found.name().equals(NAME))
                .findFirst()
                .orElseGet(() -> create(scope, owner));
        if (ledger.head(scope, portfolio.id()).isEmpty()) {
            DemoLedger transactions = new DemoLedger(market);
            LedgerCommit commit = LedgerDigest.commit(
                    portfolio.id(),
                    Optional.empty(),
                    transactions.transactions(),
                    owner,
                    market.lastDay().atStartOfDay().toInstant(ZoneOffset.UTC),
                    "simulated");
            ledger.append(
                    scope,
                    portfolio.id(),
                    commit,
                    LedgerDigest.entries(portfolio.id(), commit, List.copyOf(transactions.transactions())));
        }
        return new Loaded(NAME, pack);
    }

    private Portfolio create(AccessScope scope, UserId owner) {
        Portfolio portfolio =
                new Portfolio(DemoMarket.portfolioId(owner), owner, NAME, CurrencyCode.of("CAD"), Universe.SIMULATED);
        if (!portfolios.add(scope, portfolio)) {
            throw new IllegalStateException("the demo portfolio can't be created");
        }
        return portfolio;
    }
}
