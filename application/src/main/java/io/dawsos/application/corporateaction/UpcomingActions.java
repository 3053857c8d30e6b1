package io.dawsos.application.corporateaction;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.ListedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Announced events of the days ahead: the result of {@code corporate_actions.upcoming}. */
@Describe("Announced events of the days ahead.")
public record UpcomingActions(
        @Describe("Ordered by date and symbol.") List<Action> actions,
        Counts summary,
        @Describe("The day after the pack's date.") LocalDate fromDate,
        LocalDate toDate) {

    /** How many events of each kind. */
    public record Counts(int totalActions, int dividends, int splitsPending, int earningsReleases) {
        static Counts of(List<Action> actions) {
            return new Counts(
                    actions.size(),
                    count(actions, ActionType.DIVIDEND),
                    count(actions, ActionType.SPLIT),
                    count(actions, ActionType.EARNINGS));
        }

        private static int count(List<Action> actions, ActionType type) {
            return Math.toIntExact(
                    actions.stream().filter(action -> action.type() == type).count());
        }
    }

    /** The kind of an event. */
    public enum ActionType {
        DIVIDEND,
        SPLIT,
        EARNINGS
    }

    /** One announced event; what does not belong to its type is null. */
    public record Action(
            UUID securityId,
            String symbol,
            ActionType type,

            @Describe("The ex-date of dividends and splits, the date of publication of earnings.")
            LocalDate date,

            Optional<LocalDate> paymentDate,

            @Describe("Of a dividend: for one unit, before taxes.")
            Optional<BigDecimal> amount,

            @Describe("Of the amount.") Optional<String> currency,
            @Describe("Of a split: new units.") Optional<BigDecimal> numerator,

            @Describe("Of a split: old units that they replace.")
            Optional<BigDecimal> denominator,

            @Describe("Of earnings: what is expected of a share.")
            Optional<BigDecimal> epsEstimated,

            Optional<String> label) {

        static Action of(ListedEvent listed) {
            CorporateEvent event = listed.event();
            Optional<CorporateEvent.Dividend> dividend =
                    event instanceof CorporateEvent.Dividend found ? Optional.of(found) : Optional.empty();
            Optional<CorporateEvent.Split> split =
                    event instanceof CorporateEvent.Split found ? Optional.of(found) : Optional.empty();
            Optional<CorporateEvent.Earnings> earnings =
                    event instanceof CorporateEvent.Earnings found ? Optional.of(found) : Optional.empty();
            return new Action(
                    event.security().value(),
                    listed.security().symbol(),
                    dividend.isPresent()
                            ? ActionType.DIVIDEND
                            : split.isPresent() ? ActionType.SPLIT : ActionType.EARNINGS,
                    event.date(),
                    dividend.flatMap(CorporateEvent.Dividend::paid),
                    dividend.map(CorporateEvent.Dividend::amount),
                    dividend.map(found -> found.currency().code()),
                    split.map(CorporateEvent.Split::newUnits),
                    split.map(CorporateEvent.Split::oldUnits),
                    earnings.flatMap(CorporateEvent.Earnings::perShareEstimate),
                    UpcomingActions.label(event));
        }
    }

    static Optional<String> label(CorporateEvent event) {
        return Optional.of(event.label()).filter(label -> !label.isEmpty());
    }
}
