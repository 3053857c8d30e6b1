package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PriceTimeline.PriceOnDate;
import io.dawsos.domain.pricing.PricingPack;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Names what a pack lacks for the portfolios of a caller: held securities without a recent price, currencies without a rate. */
public final class PackGaps {

    /** After so many days without a price a held security is a gap. */
    public static final int DAYS = 5;

    private final Portfolios portfolios;
    private final Ledger ledger;
    private final PortfolioSnapshots snapshots;

    @Inject
    public PackGaps(Portfolios portfolios, Ledger ledger, PortfolioSnapshots snapshots) {
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.snapshots = snapshots;
    }

    /**
     * Something that a pack lacks.
     *
     * @param portfolio its name
     * @param kind {@code price} or {@code rate}
     * @param subject a symbol, or a currency
     * @param newest the date of the newest observation; empty if there is none
     * @param days its age at the pack's date
     * @param fix what would close the gap
     */
    public record Gap(
            String portfolio,
            String kind,
            String subject,
            Optional<LocalDate> newest,
            Optional<Long> days,
            String fix) {}

    /** Finds the gaps of a pack, portfolio by portfolio. */
    public List<Gap> of(AccessScope scope, PricingPack pack) {
        List<Gap> gaps = new ArrayList<>();
        for (Portfolio portfolio : portfolios.list(scope)) {
            if (portfolio.universe() == pack.universe()) {
                PinnedPortfolio pinned = new PinnedPortfolio(
                        portfolio, ledger.head(scope, portfolio.id()).map(LedgerCommit::hash));
                RequestContext context =
                        new RequestContext(scope, "pack-gaps", Optional.of(pinned), Optional.of(pack), Deadline.NEVER);
                snapshots.of(context, portfolio.id().value()).asOptional().ifPresent(snapshot -> add(snapshot, gaps));
            }
        }
        return gaps;
    }

    private static void add(PortfolioSnapshot snapshot, List<Gap> gaps) {
        String name = snapshot.portfolio().name();
        Set<CurrencyCode> currencies = new TreeSet<>(snapshot.holdings().cash().keySet());
        for (SecurityId id : snapshot.holdings().positions().keySet()) {
            Security security = snapshot.security(id);
            currencies.add(security.currency());
            Optional<LocalDate> newest =
                    snapshot.timeline(id).on(snapshot.asOf()).map(PriceOnDate::observed);
            Optional<Long> days = newest.map(date -> ChronoUnit.DAYS.between(date, snapshot.asOf()));
            if (days.filter(age -> age <= DAYS).isEmpty()) {
                String fix = "import prices of " + security.symbol() + " up to " + snapshot.asOf();
                gaps.add(new Gap(name, "price", security.symbol(), newest, days, fix));
            }
        }
        for (CurrencyCode currency : currencies) {
            boolean missing = snapshot.conversion()
                    .rate(currency, snapshot.base(), snapshot.asOf())
                    .asOptional()
                    .isEmpty();
            if (missing) {
                String fix = "import rates of " + currency + " in " + snapshot.base();
                gaps.add(new Gap(name, "rate", currency.code(), Optional.empty(), Optional.empty(), fix));
            }
        }
    }
}
