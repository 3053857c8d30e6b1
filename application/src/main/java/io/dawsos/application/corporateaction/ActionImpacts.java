package io.dawsos.application.corporateaction;

import io.dawsos.application.corporateaction.UpcomingActions.ActionType;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What events mean for a portfolio: the result of {@code corporate_actions.calculate_impact}. */
@Describe("What events mean for a portfolio.")
public record ActionImpacts(List<ActionImpact> actions, ImpactSummary summary, Notifications notifications) {

    /** One event with what is held of its security. */
    public record ActionImpact(
            UUID securityId,
            String symbol,
            ActionType type,
            LocalDate date,
            Optional<LocalDate> paymentDate,

            @Describe("Of a dividend: for one unit, before taxes.")
            Optional<BigDecimal> amount,

            Optional<String> currency,

            @Describe("Units held on the pack's date; negative if sold short.")
            BigDecimal portfolioQuantity,

            @Describe(
                    "Cash that it brings, in base currency at the pack's rate: of a dividend quantity times amount, before"
                            + " taxes; 0 for the other events.")
            Figure<BigDecimal> portfolioImpact,

            @Describe("Of a split: units that it adds; negative if it takes them.")
            Optional<BigDecimal> quantityChange,

            @Describe("Days from the pack's date.") int daysUntil) {}

    /** Counts, and money expected. */
    public record ImpactSummary(
            int totalActions,

            @Describe("Dividends of the held units, before taxes, in base currency at the pack's rates.")
            Figure<BigDecimal> dividendsExpected,

            @Describe("The same by the currency in which they are paid.")
            Map<String, BigDecimal> dividendsByCurrency,

            String baseCurrency,
            int splitsPending,
            int earningsReleases) {}

    /** Sentences about what is held, soonest first. */
    public record Notifications(
            @Describe("Events within 7 days.") List<String> urgent,
            @Describe("Later ones.") List<String> informational) {}
}
