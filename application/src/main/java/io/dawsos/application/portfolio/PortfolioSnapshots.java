package io.dawsos.application.portfolio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ValuationEngine;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PriceTimeline;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.SliceRequest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Loads snapshots, each once: a snapshot is a function of portfolio, head and pack, which never change. Two reads of the database,
 * and no connection held while folding.
 */
public final class PortfolioSnapshots {

    /** The macro series of the risk-free rate: three-month Treasury bills, in percent per year. */
    public static final String RISK_FREE_SERIES = "DGS3MO";

    private static final long WEIGHT = 20_000_000;

    private final Ledger ledger;
    private final MarketData marketData;
    private final Cache<Key, Figure<PortfolioSnapshot>> cache = Caffeine.newBuilder()
            .maximumWeight(WEIGHT)
            .weigher((Key key, Figure<PortfolioSnapshot> snapshot) ->
                    snapshot.asOptional().map(PortfolioSnapshots::weight).orElse(1_000))
            .build();

    private record Key(AccessScope scope, PortfolioId portfolio, String head, PackId pack) {}

    @Inject
    PortfolioSnapshots(Ledger ledger, MarketData marketData) {
        this.ledger = ledger;
        this.marketData = marketData;
    }

    private static int weight(PortfolioSnapshot snapshot) {
        int points = snapshot.slice().prices().values().stream()
                .mapToInt(series -> series.size())
                .sum();
        return 1_000 + points + snapshot.entries().size() * 4;
    }

    /**
     * Gives the snapshot of a run's portfolio; missing if there is no pack to see it through, or one that does not know its
     * securities yet.
     */
    public Figure<PortfolioSnapshot> of(RequestContext context, UUID portfolioId) {
        PinnedPortfolio pinned = context.portfolio(new PortfolioId(portfolioId));
        if (context.pack().isEmpty()) {
            return Figure.missing(new Unavailable(
                    "pricing_pack_missing",
                    "there is no market data yet in the universe "
                            + pinned.portfolio().universe().label(),
                    "import prices or exchange rates"));
        }
        PricingPack pack = context.pack().get();
        Key key = new Key(
                context.scope(),
                pinned.portfolio().id(),
                pinned.head().map(LedgerHash::hex).orElse(""),
                pack.id());
        return cache.get(key, absent -> load(context, pinned, pack));
    }

    private static Unavailable tooOld(PricingPack pack, int securities) {
        return new Unavailable(
                "pack_older_than_security",
                "the pack " + pack.id().value() + " is older than the description of " + securities
                        + " securities that the ledger has entries of by " + pack.asOf(),
                "ask for a newer pack, or build one for " + pack.asOf());
    }

    private Figure<PortfolioSnapshot> load(RequestContext context, PinnedPortfolio pinned, PricingPack pack) {
        Portfolio portfolio = pinned.portfolio();
        List<LedgerEntry> entries = LedgerFold.inOrder(pinned.head()
                .map(head -> ledger.entries(context.scope(), portfolio.id(), head, context.deadline()))
                .orElse(List.of()));
        context.deadline().check();
        MarketSlice slice = slice(portfolio, entries, pack, context.deadline());
        context.deadline().check();
        long undescribed =
                securities(entries.stream()
                                .filter(entry -> !entry.transaction().date().isAfter(pack.asOf()))
                                .toList())
                        .stream()
                        .filter(id -> slice.security(id).isEmpty())
                        .count();
        if (undescribed > 0) {
            return Figure.missing(tooOld(pack, Math.toIntExact(undescribed)));
        }
        CurrencyConversion conversion = new CurrencyConversion(slice);
        Map<SecurityId, PriceTimeline> timelines = PriceTimeline.all(slice, entries);
        DailyValuation valuation = ValuationEngine.value(entries, slice, portfolio.baseCurrency(), pack.asOf());
        return Figure.known(new PortfolioSnapshot(
                portfolio,
                entries,
                slice,
                LedgerFold.at(entries, pack.asOf(), LotMatching.FIFO),
                timelines,
                conversion,
                valuation));
    }

    private MarketSlice slice(Portfolio portfolio, List<LedgerEntry> entries, PricingPack pack, Deadline deadline) {
        Set<SecurityId> securities = securities(entries);
        Set<CurrencyCode> currencies = currencies(entries);
        LocalDate from = earliest(entries).orElse(pack.asOf());
        Set<CurrencyCode> wanted = Set.copyOf(currencies);
        MarketSlice slice = read(portfolio, pack, securities, wanted, from, deadline);
        for (Security security : slice.securities().values()) {
            currencies.add(security.currency());
        }
        // A security quoted in a currency that no entry moved needs rates that nobody could name before it was
        // described.
        return currencies.size() == wanted.size()
                ? slice
                : read(portfolio, pack, securities, currencies, from, deadline);
    }

    /** The first date for which a rate may be asked: of an entry, or of the acquisition of units that were brought in. */
    public static Optional<LocalDate> earliest(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    LocalDate date = entry.transaction().date();
                    return entry.transaction() instanceof Transaction.TransferIn in
                            ? in.acquired().filter(date::isAfter).orElse(date)
                            : date;
                })
                .min(Comparator.naturalOrder());
    }

    /** The currencies of all amounts of a ledger. */
    public static Set<CurrencyCode> currencies(List<LedgerEntry> entries) {
        Set<CurrencyCode> currencies = new TreeSet<>();
        for (LedgerEntry entry : entries) {
            TransactionFields.of(entry.transaction()).amount().ifPresent(money -> currencies.add(money.currency()));
            entry.transaction().counterEffect().ifPresent(money -> currencies.add(money.currency()));
        }
        return currencies;
    }

    private MarketSlice read(
            Portfolio portfolio,
            PricingPack pack,
            Set<SecurityId> securities,
            Set<CurrencyCode> currencies,
            LocalDate from,
            Deadline deadline) {
        return marketData.slice(
                pack,
                new SliceRequest(
                        securities,
                        CurrencyConversion.pairsFor(currencies, portfolio.baseCurrency()),
                        Set.of(RISK_FREE_SERIES),
                        from,
                        pack.asOf()),
                deadline);
    }

    private static Set<SecurityId> securities(List<LedgerEntry> entries) {
        Set<SecurityId> ids = new TreeSet<>();
        for (LedgerEntry entry : entries) {
            ids.addAll(entry.transaction().securities());
        }
        return ids;
    }
}
