package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.Money;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Capabilities about single holdings and what they would gain. */
public final class PositionCapabilities {

    private static final String METHOD = "market value minus cost at the rates of the purchases, first in first out";

    private final PortfolioSnapshots snapshots;

    @Inject
    PositionCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of {@code get_position_details}. */
    public record DetailsArguments(
            UUID portfolioId,

            @Describe("A security of the portfolio's ledger.")
            UUID securityId,

            @Describe("The run's pricing pack; another one is refused.")
            Optional<String> packId) {}

    /** Arguments of {@code metrics.unrealized_pl}. */
    public record UnrealizedArguments(
            @Describe("What ledger.positions gave.") Positions positions) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "get_position_details",
                        "One holding over all its lots, valued",
                        DetailsArguments.class,
                        PositionDetails.class,
                        this::details),
                Capability.pure(
                        "metrics.unrealized_pl",
                        "What open positions would gain or lose",
                        UnrealizedArguments.class,
                        UnrealizedPl.class,
                        this::unrealized));
    }

    private Outcome<PositionDetails> details(RequestContext context, DetailsArguments arguments) {
        ValuationCapabilities.requirePinned(context, arguments.packId());
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        SecurityId id = new SecurityId(arguments.securityId());
        if (!snapshot.timelines().containsKey(id)) {
            throw new InvalidArgumentException(
                    "security_id",
                    "no entry of the portfolio is about security " + id.value(),
                    "pass a security_id that ledger.positions gives");
        }
        ValuedPosition valued = new PositionValuation(snapshot)
                .value().positions().stream()
                        .filter(row -> row.securityId().equals(id.value()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidArgumentException(
                                "security_id",
                                snapshot.security(id).symbol() + " is not held any more",
                                "pass a security_id that ledger.positions gives"));
        return Outcome.available(details(snapshot, id, valued), Sources.of(snapshot, METHOD, false));
    }

    private static PositionDetails details(PortfolioSnapshot snapshot, SecurityId id, ValuedPosition valued) {
        Security security = snapshot.security(id);
        List<Lot> lots = Optional.ofNullable(snapshot.holdings().positions().get(id))
                .map(Position::lots)
                .orElse(List.of());
        return new PositionDetails(
                id.value(),
                security.symbol(),
                security.name(),
                security.type().name(),
                security.sector(),
                security.currency().code(),
                valued.quantity(),
                valued.costBasis().map(cost -> cost.divide(valued.quantity(), PortfolioSnapshot.PRECISION)),
                valued.price(),
                valued.priceDate(),
                valued.fxRate(),
                valued.marketValue(),
                valued.weight(),
                valued.costBasis(),
                valued.unrealizedPnl(),
                valued.unrealizedReturn(),
                lots.size(),
                lots.stream()
                        .map(lot -> new PositionDetails.LotRow(
                                lot.id().toString(),
                                lot.opened(),
                                lot.quantity(),
                                lot.cost().map(Money::amount),
                                lot.cost().map(cost -> cost.currency().code())))
                        .toList());
    }

    private Outcome<UnrealizedPl> unrealized(RequestContext context, UnrealizedArguments arguments) {
        Figure<PortfolioSnapshot> found =
                snapshots.of(context, arguments.positions().portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        List<UUID> wanted = arguments.positions().positions().stream()
                .map(PositionRow::securityId)
                .toList();
        List<UnrealizedPl.Row> rows = new PositionValuation(snapshot)
                .value().positions().stream()
                        .filter(row -> wanted.contains(row.securityId()))
                        .map(row -> new UnrealizedPl.Row(
                                row.securityId(),
                                row.symbol(),
                                row.quantity(),
                                row.marketValue(),
                                row.costBasis(),
                                row.unrealizedPnl(),
                                row.unrealizedReturn()))
                        .toList();
        List<Figure<BigDecimal>> each =
                rows.stream().map(UnrealizedPl.Row::unrealizedPl).toList();
        return Outcome.available(
                new UnrealizedPl(
                        snapshot.portfolio().id().value(),
                        snapshot.base().code(),
                        snapshot.asOf(),
                        rows,
                        Figures.sum(each),
                        Figures.sum(each.stream()
                                .map(gain -> gain.map(value -> value.max(BigDecimal.ZERO)))
                                .toList()),
                        Figures.sum(each.stream()
                                .map(gain -> gain.map(value -> value.min(BigDecimal.ZERO)))
                                .toList())),
                Sources.of(snapshot, METHOD, false));
    }
}
