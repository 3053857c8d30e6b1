package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Losses of one tax year that purchases near them defer: the result of {@code tax.wash_sales}. */
@Describe("Losses of one tax year that purchases near them defer, over all portfolios of the owner, in base currency.")
public record WashSaleReport(
        UUID portfolioId,
        int taxYear,

        @Describe("Days before and after a sale that count.")
        int windowDays,

        String lotMethod,
        String baseCurrency,
        List<WashSale> washSales,

        @Describe("Sum of the losses of this portfolio that are deferred.")
        BigDecimal totalDisallowed,

        @Describe("The part of it on units held no longer than the holding period; all of it if none was given.")
        BigDecimal shortTermDisallowed,

        @Describe("The part of it on units held longer.") BigDecimal longTermDisallowed,
        int count,

        @Describe("Names of the portfolios that were looked at.")
        List<String> portfoliosConsidered) {

    /** A deferred loss and the purchase that defers it. */
    @Describe("A deferred loss and the purchase that defers it.")
    public record WashSale(
            UUID transactionId,
            UUID securityId,
            String symbol,
            LocalDate sold,
            BigDecimal quantity,
            BigDecimal disallowedLoss,
            UUID replacementPortfolioId,
            String replacementLotId,
            LocalDate replacementAcquired,

            @Describe("Negative if it was bought before the sale.")
            long daysApart,

            @Describe("Units that count as the replacement, as units are now.")
            BigDecimal replacementQuantity,

            @Describe("Its cost with the deferred loss added.")
            BigDecimal replacementCostBasis,

            @Describe("The date from which it counts as held.")
            LocalDate replacementHeldFrom) {}
}
