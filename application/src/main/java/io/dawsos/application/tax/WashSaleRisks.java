package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What would defer losses if they were realized now: the result of {@code tax.wash_sale_check}. */
@Describe(
        "What would defer losses if the units acquired before the window were sold on the as-of date, and those bought within it"
                + " kept; over all portfolios of the owner, in base currency.")
public record WashSaleRisks(LocalDate asOf, int windowDays, List<Risk> risks, int atRiskCount) {

    /** One position and the purchases that would defer its loss. */
    @Describe("One position and the purchases that would defer its loss.")
    public record Risk(
            UUID securityId,
            String symbol,
            boolean atRisk,

            @Describe("Units whose loss would be deferred.") BigDecimal quantityAtRisk,

            @Describe("The loss that would be deferred, 0 or more.")
            BigDecimal disallowedLoss,

            @Describe("First date on which a sale would not be near these purchases; null if there are none.")
            Optional<LocalDate> clearFrom,

            @Describe("A purchase up to this date would defer the loss of a sale on the as-of date.")
            LocalDate noPurchaseUntil,

            List<Purchase> purchases) {}

    /** A purchase within the window. */
    @Describe("A purchase within the window.")
    public record Purchase(UUID portfolioId, String lotId, LocalDate acquired, BigDecimal quantity) {}
}
