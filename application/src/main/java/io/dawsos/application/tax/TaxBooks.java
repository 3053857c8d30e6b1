package io.dawsos.application.tax;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.CostCurrency;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.SliceRequest;
import io.dawsos.domain.tax.Parcel;
import io.dawsos.domain.tax.Parcels;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the ledgers that questions about taxes are about. */
public final class TaxBooks {

    private final PortfolioSnapshots snapshots;
    private final Portfolios portfolios;
    private final Ledger ledger;
    private final MarketData marketData;

    @Inject
    TaxBooks(PortfolioSnapshots snapshots, Portfolios portfolios, Ledger ledger, MarketData marketData) {
        this.snapshots = snapshots;
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.marketData = marketData;
    }

    /** The book of the run's portfolio; missing if there is no pack to see it through. */
    Figure<TaxBook> of(RequestContext context, UUID portfolioId, LotMatching matching) {
        return snapshots
                .of(context, portfolioId)
                .map(snapshot -> new TaxBook(
                        snapshot,
                        matching,
                        Parcels.of(
                                snapshot.portfolio().id(),
                                snapshot.entries(),
                                snapshot.asOf(),
                                LotRules.in(snapshot.conversion().costIn(snapshot.base()), matching))));
    }

    /**
     * The parcels of all portfolios of the owner in the universe, in the base currency of the run's portfolio.
     *
     * @param portfolios how many there are
     */
    record Household(List<Parcel> parcels, Map<PortfolioId, String> portfolios) {}

    /** Reads the owner's other portfolios as they are now; what they hold is not pinned by the run. */
    Household household(RequestContext context, TaxBook book) {
        PortfolioSnapshot snapshot = book.snapshot();
        Portfolio own = snapshot.portfolio();
        Map<PortfolioId, String> names = new LinkedHashMap<>();
        Map<PortfolioId, List<LedgerEntry>> others = new LinkedHashMap<>();
        List<LedgerEntry> all = new ArrayList<>();
        names.put(own.id(), own.name());
        for (Portfolio portfolio : portfolios.list(context.scope())) {
            boolean other = !portfolio.id().equals(own.id())
                    && portfolio.owner().equals(own.owner())
                    && portfolio.universe() == own.universe();
            if (other) {
                List<LedgerEntry> entries = ledger.head(context.scope(), portfolio.id())
                        .map(LedgerCommit::hash)
                        .map(head -> ledger.entries(context.scope(), portfolio.id(), head))
                        .orElse(List.of());
                names.put(portfolio.id(), portfolio.name());
                others.put(portfolio.id(), entries);
                all.addAll(entries);
            }
        }
        List<Parcel> parcels = new ArrayList<>(book.parcels());
        CostCurrency currency = rates(snapshot, all).costIn(snapshot.base());
        others.forEach((id, entries) ->
                parcels.addAll(Parcels.of(id, entries, snapshot.asOf(), LotRules.in(currency, book.matching()))));
        return new Household(parcels, names);
    }

    private CurrencyConversion rates(PortfolioSnapshot snapshot, List<LedgerEntry> entries) {
        Set<CurrencyCode> currencies = new TreeSet<>(PortfolioSnapshots.currencies(entries));
        LocalDate asOf = snapshot.asOf();
        LocalDate from = PortfolioSnapshots.earliest(entries)
                .filter(date -> date.isBefore(asOf))
                .orElse(asOf);
        MarketSlice slice = marketData.slice(
                snapshot.slice().pack(),
                new SliceRequest(
                        Set.of(), CurrencyConversion.pairsFor(currencies, snapshot.base()), Set.of(), from, asOf));
        return new CurrencyConversion(slice);
    }
}
