package io.dawsos.application.portfolio;

import io.dawsos.application.portfolio.SectorAllocation.Sector;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.money.Rounding;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ValuationDays;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Capabilities that value what a portfolio holds, now and day by day. */
public final class ValuationCapabilities {

    private static final int WEIGHT_DECIMALS = 12;
    private static final String METHOD = "last accepted price on or before the date, rates of that date";

    private final PortfolioSnapshots snapshots;

    @Inject
    ValuationCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of the valuing capabilities. */
    public record ValuationArguments(
            @Describe("The portfolio to value.") UUID portfolioId,

            @Describe("The run's pricing pack; another one is refused.")
            Optional<String> packId) {}

    /** Arguments of {@code portfolio.sector_allocation}. */
    public record SectorArguments(
            @Describe("Positions as they were valued.") List<ValuedPosition> valuedPositions) {}

    /** Arguments of {@code portfolio.historical_nav}. */
    public record HistoryArguments(
            UUID portfolioId,

            @Describe("Valuation days to look back; 365 if null.")
            Optional<Integer> lookbackDays) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                                "pricing.apply_pack",
                                "Values the positions of a portfolio with the run's pricing pack",
                                ValuationArguments.class,
                                ValuedPositions.class,
                                this::value)
                        .explainedBy(this::explainValue),
                Capability.pure(
                                "portfolio.get_valued_positions",
                                "Positions and cash of a portfolio, valued",
                                ValuationArguments.class,
                                ValuedPositions.class,
                                this::value)
                        .explainedBy(this::explainValue),
                Capability.pure(
                                "portfolio.sector_allocation",
                                "How positions divide over sectors",
                                SectorArguments.class,
                                SectorAllocation.class,
                                this::sectors)
                        .explainedBy(this::explainSectors),
                Capability.pure(
                                "portfolio.historical_nav",
                                "Daily total values of a portfolio",
                                HistoryArguments.class,
                                HistoricalNav.class,
                                this::history)
                        .explainedBy(this::explainHistory));
    }

    /**
     * Refuses a pack that the run is not pinned to.
     *
     * @throws InvalidArgumentException if it is another
     */
    public static void requirePinned(RequestContext context, Optional<String> packId) {
        Optional<String> pinned = context.pack().map(pack -> pack.id().value());
        if (packId.isPresent() && !packId.equals(pinned)) {
            throw new InvalidArgumentException(
                    "pack_id", "the run is not pinned to " + packId.get(), "name the pack in the request of the run");
        }
    }

    private Outcome<ValuedPositions> value(RequestContext context, ValuationArguments arguments) {
        requirePinned(context, arguments.packId());
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        return new Outcome.Available<>(
                new PositionValuation(snapshot).value(), Sources.of(snapshot, METHOD, false), snapshot.findings());
    }

    private Optional<Explanation> explainValue(RequestContext context, ValuationArguments arguments, String path) {
        return snapshots
                .of(context, arguments.portfolioId())
                .asOptional()
                .flatMap(found -> ResultPath.of(path).flatMap(place -> new PositionExplanations(found).at(place)));
    }

    private Optional<Explanation> explainSectors(RequestContext context, SectorArguments arguments, String path) {
        return sectors(context, arguments) instanceof Outcome.Available<SectorAllocation> made
                ? ResultPath.of(path)
                        .flatMap(place ->
                                PositionExplanations.ofSectors(made.value(), arguments.valuedPositions(), place))
                : Optional.empty();
    }

    private Optional<Explanation> explainHistory(RequestContext context, HistoryArguments arguments, String path) {
        Optional<HistoricalNav> history = history(context, arguments) instanceof Outcome.Available<HistoricalNav> made
                ? Optional.of(made.value())
                : Optional.empty();
        return history.flatMap(nav -> ResultPath.of(path)
                .filter(place -> place.size() == 2
                        && place.name(0).equals("data")
                        && place.name(1).equals("nav_value"))
                .flatMap(place -> place.item(0, nav.data()))
                .flatMap(point -> snapshots
                        .of(context, arguments.portfolioId())
                        .asOptional()
                        .map(found -> {
                            int day = found.valuation().days().indexOnOrBefore(point.date());
                            return found.valuation().explainTotal(day).shown();
                        })));
    }

    private Outcome<SectorAllocation> sectors(RequestContext context, SectorArguments arguments) {
        Map<String, List<Figure<BigDecimal>>> bySector = new TreeMap<>();
        for (ValuedPosition position : arguments.valuedPositions()) {
            bySector.computeIfAbsent(position.sector().orElse("Unclassified"), sector -> new ArrayList<>())
                    .add(position.marketValue());
        }
        List<Figure<BigDecimal>> sums =
                bySector.values().stream().map(Figures::sum).toList();
        Figure<BigDecimal> total = Figures.sum(sums);
        List<Figure<BigDecimal>> weights = weights(sums, total);
        List<Sector> sectors = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, List<Figure<BigDecimal>>> entry : bySector.entrySet()) {
            sectors.add(new Sector(
                    entry.getKey(),
                    sums.get(index),
                    weights.get(index),
                    entry.getValue().size()));
            index++;
        }
        return Outcome.available(
                new SectorAllocation(sectors, sectors.size(), total),
                new Provenance(
                        List.of("argument:valued_positions"),
                        context.pack().map(pack -> pack.asOf()),
                        "value of each sector over the value of all positions",
                        1,
                        context.pack()
                                .filter(pack -> pack.universe() == io.dawsos.domain.ledger.Universe.SIMULATED)
                                .isPresent()));
    }

    private static List<Figure<BigDecimal>> weights(List<Figure<BigDecimal>> sums, Figure<BigDecimal> total) {
        if (total.whyMissing().isPresent()) {
            return sums.stream().map(sum -> total).toList();
        }
        BigDecimal whole = total.asOptional().orElseThrow();
        if (whole.signum() == 0) {
            Figure<BigDecimal> none = Figure.missing(new Unavailable(
                    "nothing_held",
                    "the positions are worth 0 in all, so nothing is a part of them",
                    "import transactions"));
            return sums.stream().map(sum -> none).toList();
        }
        return Rounding.allocate(
                        sums.stream()
                                .map(sum -> sum.asOptional().orElseThrow().divide(whole, PortfolioSnapshot.PRECISION))
                                .toList(),
                        WEIGHT_DECIMALS)
                .stream()
                .<Figure<BigDecimal>>map(Figure::known)
                .toList();
    }

    private Outcome<HistoricalNav> history(RequestContext context, HistoryArguments arguments) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        DailyValuation valuation = snapshot.valuation();
        ValuationDays days = valuation.days();
        int first = Math.max(0, days.size() - 1 - arguments.lookbackDays().orElse(365));
        List<HistoricalNav.NavPoint> points = new ArrayList<>();
        for (int day = first; day < days.size(); day++) {
            if (valuation.known(day)) {
                points.add(new HistoricalNav.NavPoint(days.date(day), valuation.total(day)));
            }
        }
        Figure<LocalDate> none = Figure.missing(new Unavailable(
                "no_values", "no day of the window can be valued", "import transactions, prices and exchange rates"));
        boolean empty = points.isEmpty();
        return Outcome.available(
                new HistoricalNav(
                        snapshot.base().code(),
                        points,
                        points.size(),
                        empty ? none : Figure.known(points.get(0).date()),
                        empty
                                ? none
                                : Figure.known(points.get(points.size() - 1).date()),
                        days.size() - first - points.size()),
                Sources.of(snapshot, METHOD, false));
    }
}
