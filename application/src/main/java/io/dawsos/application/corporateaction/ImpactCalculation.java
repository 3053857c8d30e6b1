package io.dawsos.application.corporateaction;

import io.dawsos.application.corporateaction.ActionImpacts.ActionImpact;
import io.dawsos.application.corporateaction.ActionImpacts.ImpactSummary;
import io.dawsos.application.corporateaction.ActionImpacts.Notifications;
import io.dawsos.application.corporateaction.UpcomingActions.Action;
import io.dawsos.application.corporateaction.UpcomingActions.ActionType;
import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PositionRow;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Multiplies events by what is held. */
final class ImpactCalculation {

    private static final int URGENT_DAYS = 7;

    private final PortfolioSnapshot snapshot;
    private final Map<UUID, BigDecimal> held = new HashMap<>();

    ImpactCalculation(PortfolioSnapshot snapshot, List<PositionRow> holdings) {
        this.snapshot = snapshot;
        holdings.forEach(row -> held.merge(row.securityId(), row.quantity(), BigDecimal::add));
    }

    /** @throws InvalidArgumentException if an action lacks what belongs to its type */
    ActionImpacts of(List<Action> actions) {
        actions.forEach(ImpactCalculation::requireComplete);
        List<ActionImpact> impacts = actions.stream().map(this::impact).toList();
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        for (ActionImpact impact : impacts) {
            if (impact.type() == ActionType.DIVIDEND) {
                byCurrency.merge(
                        impact.currency().orElseThrow(),
                        impact.amount().orElseThrow().multiply(impact.portfolioQuantity()),
                        BigDecimal::add);
            }
        }
        return new ActionImpacts(
                impacts,
                new ImpactSummary(
                        impacts.size(),
                        Figures.sum(impacts.stream()
                                .map(ActionImpact::portfolioImpact)
                                .toList()),
                        byCurrency,
                        snapshot.base().code(),
                        count(impacts, ActionType.SPLIT),
                        count(impacts, ActionType.EARNINGS)),
                new Notifications(
                        sentences(impacts, impact -> impact.daysUntil() <= URGENT_DAYS),
                        sentences(impacts, impact -> impact.daysUntil() > URGENT_DAYS)));
    }

    private static void requireComplete(Action action) {
        boolean complete = switch (action.type()) {
            case DIVIDEND ->
                action.amount().isPresent()
                        && action.currency().flatMap(CurrencyCode::parse).isPresent();
            case SPLIT -> isPositive(action.numerator()) && isPositive(action.denominator());
            case EARNINGS -> true;
        };
        if (!complete) {
            throw new InvalidArgumentException(
                    "actions",
                    "an action of " + action.symbol() + " on " + action.date() + " is not complete",
                    "a dividend has amount and currency, a split a numerator and denominator above 0");
        }
    }

    private static boolean isPositive(Optional<BigDecimal> number) {
        return number.filter(value -> value.signum() > 0).isPresent();
    }

    private ActionImpact impact(Action action) {
        BigDecimal quantity = Objects.requireNonNullElse(held.get(action.securityId()), BigDecimal.ZERO);
        return new ActionImpact(
                action.securityId(),
                action.symbol(),
                action.type(),
                action.date(),
                action.paymentDate(),
                action.amount(),
                action.currency(),
                quantity,
                money(action, quantity),
                change(action, quantity),
                Math.toIntExact(ChronoUnit.DAYS.between(snapshot.asOf(), action.date())));
    }

    private Figure<BigDecimal> money(Action action, BigDecimal quantity) {
        return action.type() == ActionType.DIVIDEND
                ? snapshot.inBase(
                        Money.of(
                                action.amount().orElseThrow().multiply(quantity),
                                CurrencyCode.of(action.currency().orElseThrow())),
                        snapshot.asOf())
                : Figure.known(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> change(Action action, BigDecimal quantity) {
        return action.type() == ActionType.SPLIT
                ? action.numerator().map(numerator -> {
                    BigDecimal denominator = action.denominator().orElseThrow();
                    return quantity.multiply(numerator.subtract(denominator))
                            .divide(denominator, PortfolioSnapshot.PRECISION);
                })
                : Optional.empty();
    }

    private static int count(List<ActionImpact> impacts, ActionType type) {
        return Math.toIntExact(
                impacts.stream().filter(impact -> impact.type() == type).count());
    }

    private static List<String> sentences(List<ActionImpact> impacts, Predicate<ActionImpact> which) {
        return impacts.stream()
                .filter(impact -> impact.portfolioQuantity().signum() != 0)
                .filter(which)
                .map(ImpactCalculation::sentence)
                .toList();
    }

    private static String sentence(ActionImpact impact) {
        String when = impact.daysUntil() == 0
                ? "today"
                : impact.daysUntil() == 1 ? "in 1 day" : "in " + impact.daysUntil() + " days";
        String what = switch (impact.type()) {
            case DIVIDEND ->
                "goes ex dividend of " + impact.amount().orElseThrow().toPlainString() + " "
                        + impact.currency().orElseThrow();
            case SPLIT -> "splits; the ledger needs its entry";
            case EARNINGS -> "publishes results";
        };
        return impact.symbol() + " " + what + " on " + impact.date() + ", " + when;
    }
}
