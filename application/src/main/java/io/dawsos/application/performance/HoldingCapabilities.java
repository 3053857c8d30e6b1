package io.dawsos.application.performance;

import io.dawsos.application.performance.HoldingResults.Comparables;
import io.dawsos.application.performance.HoldingResults.HoldingContribution;
import io.dawsos.application.performance.HoldingResults.HoldingCurrencyAttribution;
import io.dawsos.application.performance.HoldingResults.HoldingReturn;
import io.dawsos.application.performance.HoldingResults.Peer;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.ResultPath;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.application.portfolio.ValuationCapabilities;
import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.pricing.MarketData;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Capabilities about how one holding did, what it added to the portfolio, and what is like it. */
public final class HoldingCapabilities {

    private static final int MOST_PEERS = 100;

    private final PortfolioSnapshots snapshots;
    private final MarketData marketData;

    @Inject
    HoldingCapabilities(PortfolioSnapshots snapshots, MarketData marketData) {
        this.snapshots = snapshots;
        this.marketData = marketData;
    }

    /** Arguments of the capabilities about one holding over a window. */
    public record HoldingArguments(
            UUID portfolioId,

            @Describe("A security of the portfolio's ledger.")
            UUID securityId,

            @Describe("The run's pricing pack; another one is refused.")
            Optional<String> packId,

            @Describe("Valuation days to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {

        int window() {
            int days = lookbackDays.orElse(252);
            if (days < 2 || days > 10_000) {
                throw new InvalidArgumentException("lookback_days", "found " + days, "expected 2 to 10000");
            }
            return days;
        }
    }

    /** Arguments of {@code attribution.contribution}. */
    public record ContributionArguments(
            UUID portfolioId,

            @Describe("Valuation days to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {}

    /** Arguments of {@code get_comparable_positions}. */
    public record PeerArguments(
            UUID portfolioId,

            @Describe("A security of the portfolio's ledger.")
            UUID securityId,

            @Describe("The sector to look in; the security's own if null.")
            Optional<String> sector,

            @Describe("At most so many, 1 to 100; 5 if null.")
            Optional<Integer> limit) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                                "attribution.contribution",
                                "What each holding, sector and currency added to the portfolio's return",
                                ContributionArguments.class,
                                Contributions.class,
                                this::contributions)
                        .explainedBy(this::explainContributions),
                Capability.pure(
                                "compute_position_return",
                                "How one holding did",
                                HoldingArguments.class,
                                HoldingReturn.class,
                                (context, arguments) ->
                                        about(context, arguments, holding -> holding.ownReturn(arguments.window())))
                        .explainedBy((context, arguments, path) -> explained(context, arguments)
                                .flatMap(found -> found.ownReturn(path, arguments.window()))),
                Capability.pure(
                                "compute_portfolio_contribution",
                                "What one holding added to the portfolio's return",
                                HoldingArguments.class,
                                HoldingContribution.class,
                                (context, arguments) ->
                                        about(context, arguments, holding -> holding.contribution(arguments.window())))
                        .explainedBy((context, arguments, path) -> explained(context, arguments)
                                .flatMap(found -> found.contribution(path, arguments.window()))),
                Capability.pure(
                                "compute_position_currency_attribution",
                                "What prices and exchange rates made of one holding's contribution",
                                HoldingArguments.class,
                                HoldingCurrencyAttribution.class,
                                (context, arguments) -> about(
                                        context, arguments, holding -> holding.currencyAttribution(arguments.window())))
                        .explainedBy((context, arguments, path) -> explained(context, arguments)
                                .flatMap(found -> found.currency(path, arguments.window()))),
                Capability.pure(
                        "get_comparable_positions",
                        "Securities of the same sector",
                        PeerArguments.class,
                        Comparables.class,
                        this::peers));
    }

    private Outcome<Contributions> contributions(RequestContext context, ContributionArguments arguments) {
        int window = new HoldingArguments(
                        arguments.portfolioId(), arguments.portfolioId(), Optional.empty(), arguments.lookbackDays())
                .window();
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        Figure<Contributions> result = found.flatMap(snapshot -> new ContributionTable(snapshot).over(window));
        return outcome(found, result, CurrencyAttribution.METHOD, false);
    }

    private Optional<Explanation> explainContributions(
            RequestContext context, ContributionArguments arguments, String path) {
        return snapshots
                .of(context, arguments.portfolioId())
                .asOptional()
                .flatMap(snapshot -> ResultPath.of(path)
                        .flatMap(place -> new ContributionExplanation(
                                        snapshot, arguments.lookbackDays().orElse(252))
                                .at(place)));
    }

    private Optional<HoldingExplanation> explained(RequestContext context, HoldingArguments arguments) {
        return snapshots
                .of(context, arguments.portfolioId())
                .asOptional()
                .map(snapshot -> new HoldingExplanation(snapshot, known(snapshot, arguments.securityId())));
    }

    private static <R> Outcome<R> outcome(
            Figure<PortfolioSnapshot> snapshot, Figure<R> result, String method, boolean riskFree) {
        return result.whyMissing().isPresent()
                ? Outcome.unavailable(result.whyMissing().get())
                : Outcome.available(
                        result.asOptional().orElseThrow(),
                        Sources.of(snapshot.asOptional().orElseThrow(), method, riskFree));
    }

    private <R> Outcome<R> about(
            RequestContext context, HoldingArguments arguments, Function<Holding, Figure<R>> question) {
        ValuationCapabilities.requirePinned(context, arguments.packId());
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        Figure<R> result = found.flatMap(
                snapshot -> question.apply(new Holding(snapshot, known(snapshot, arguments.securityId()))));
        return outcome(found, result, CurrencyAttribution.METHOD, true);
    }

    private static SecurityId known(PortfolioSnapshot snapshot, UUID security) {
        SecurityId id = new SecurityId(security);
        if (!snapshot.timelines().containsKey(id)) {
            throw new InvalidArgumentException(
                    "security_id",
                    "no entry of the portfolio is about security " + security,
                    "pass a security_id that ledger.positions gives");
        }
        return id;
    }

    private Outcome<Comparables> peers(RequestContext context, PeerArguments arguments) {
        int limit = arguments.limit().orElse(5);
        if (limit < 1 || limit > MOST_PEERS) {
            throw new InvalidArgumentException("limit", "found " + limit, "expected 1 to " + MOST_PEERS);
        }
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        Figure<Comparables> result = found.flatMap(snapshot -> {
            SecurityId id = known(snapshot, arguments.securityId());
            Optional<String> sector =
                    arguments.sector().or(() -> snapshot.slice().security(id).flatMap(Security::sector));
            return sector.<Figure<Comparables>>map(
                            name -> Figure.known(comparables(context, snapshot, id, name, limit)))
                    .orElseGet(() -> Figure.missing(new Unavailable(
                            "sector_unknown",
                            "nobody classified " + snapshot.symbol(id),
                            "import its description with a sector, or name one")));
        });
        return outcome(found, result, "same sector at the pack's cut", false);
    }

    private Comparables comparables(
            RequestContext context, PortfolioSnapshot snapshot, SecurityId id, String sector, int limit) {
        List<Peer> rows = marketData.ofSector(snapshot.slice().pack(), sector, context.deadline()).stream()
                .filter(peer -> !peer.id().equals(id))
                .limit(limit)
                .map(peer -> new Peer(
                        peer.id().value(),
                        peer.symbol(),
                        peer.name(),
                        peer.type().name(),
                        peer.currency().code(),
                        snapshot.holdings().positions().containsKey(peer.id())))
                .toList();
        return new Comparables(sector, rows, rows.size());
    }
}
