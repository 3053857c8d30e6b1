package io.dawsos.application.corporateaction;

import io.dawsos.application.corporateaction.UpcomingActions.Action;
import io.dawsos.application.corporateaction.UpcomingActions.Counts;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.PositionRow;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.application.portfolio.ValuedPositions;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.figure.Figure;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Capabilities about what announced events mean for a portfolio. */
public final class CorporateActionCapabilities {

    private static final int FURTHEST_DAYS = 1095;

    private final PortfolioSnapshots snapshots;
    private final CorporateEvents events;

    @Inject
    CorporateActionCapabilities(PortfolioSnapshots snapshots, CorporateEvents events) {
        this.snapshots = snapshots;
        this.events = events;
    }

    /** Arguments of {@code corporate_actions.upcoming}. */
    public record UpcomingArguments(
            UUID portfolioId,

            @Describe("Only these securities, by symbol; those that are held if null.")
            Optional<List<String>> symbols,

            @Describe("Days after the pack's date, 1 to 1095; 90 if null.")
            Optional<Integer> daysAhead) {}

    /** Arguments of {@code corporate_actions.calculate_impact}. */
    public record ImpactArguments(
            UUID portfolioId,

            @Describe("What corporate_actions.upcoming gave.")
            List<Action> actions,

            @Describe("What ledger.positions gave.") List<PositionRow> holdings) {}

    /** Arguments of {@code corporate_actions.forward_income}. */
    public record IncomeArguments(
            UUID portfolioId,

            @Describe("The valued positions of the portfolio.")
            ValuedPositions valuedPositions) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "corporate_actions.upcoming",
                        "Announced dividends, splits and results of the days ahead",
                        UpcomingArguments.class,
                        UpcomingActions.class,
                        this::upcoming),
                Capability.pure(
                        "corporate_actions.calculate_impact",
                        "What events mean for the units held",
                        ImpactArguments.class,
                        ActionImpacts.class,
                        this::impact),
                Capability.pure(
                        "corporate_actions.forward_income",
                        "Dividends of the year ahead, if each security pays as in the year before",
                        IncomeArguments.class,
                        ForwardIncome.class,
                        this::income));
    }

    private Outcome<UpcomingActions> upcoming(RequestContext context, UpcomingArguments arguments) {
        int days = arguments.daysAhead().orElse(90);
        if (days < 1 || days > FURTHEST_DAYS) {
            throw new InvalidArgumentException("days_ahead", "found " + days, "expected 1 to " + FURTHEST_DAYS);
        }
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        LocalDate from = snapshot.asOf().plusDays(1);
        LocalDate to = snapshot.asOf().plusDays(days);
        Set<String> wanted = arguments.symbols().map(Set::copyOf).orElseGet(() -> held(snapshot));
        List<Action> actions = events.between(snapshot.slice().pack(), from, to, context.deadline()).stream()
                .filter(listed -> wanted.contains(listed.security().symbol()))
                .map(Action::of)
                .toList();
        return Outcome.available(
                new UpcomingActions(actions, Counts.of(actions), from, to),
                Sources.of(snapshot, "events in force at the pack's cut", false));
    }

    private static Set<String> held(PortfolioSnapshot snapshot) {
        return snapshot.holdings().positions().keySet().stream()
                .map(snapshot::symbol)
                .collect(Collectors.toSet());
    }

    private Outcome<ActionImpacts> impact(RequestContext context, ImpactArguments arguments) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        return Outcome.available(
                new ImpactCalculation(snapshot, arguments.holdings()).of(arguments.actions()),
                Sources.of(snapshot, "units held on the pack's date times the amount of a unit", false));
    }

    private Outcome<ForwardIncome> income(RequestContext context, IncomeArguments arguments) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        LocalDate asOf = snapshot.asOf();
        List<ListedEvent> past =
                events.between(snapshot.slice().pack(), asOf.minusYears(1).plusDays(1), asOf, context.deadline());
        return Outcome.available(
                new IncomeProjection(snapshot, past).of(arguments.valuedPositions()),
                Sources.of(snapshot, "dividends of the 12 months before, on the units held now", false));
    }
}
