package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One holding over all its lots: the result of {@code get_position_details}. */
@Describe("One holding over all its lots. Money is in the portfolio's base currency unless said otherwise.")
public record PositionDetails(
        UUID securityId,
        String symbol,
        String name,
        @Describe("EQUITY, FUND, BOND and so on.") String assetClass,
        Optional<String> sector,
        @Describe("Currency that prices are quoted in.") String securityCurrency,

        @Describe("Units held; negative if sold short, 0 if none.")
        BigDecimal quantity,

        @Describe("Cost basis of one unit.") Figure<BigDecimal> avgCost,

        @Describe("Last accepted price on or before the as-of date, per unit, in security_currency.")
        Figure<BigDecimal> currentPrice,

        Figure<LocalDate> priceDate,
        Figure<BigDecimal> fxRate,
        Figure<BigDecimal> marketValue,

        @Describe("Fraction of the portfolio's total value.")
        Figure<BigDecimal> weight,

        Figure<BigDecimal> costBasis,
        Figure<BigDecimal> unrealizedPnl,

        @Describe("Unrealized profit as a fraction of the cost basis.")
        Figure<BigDecimal> unrealizedPnlPct,

        int lotCount,
        List<LotRow> lots) {

    /** An open lot. */
    @Describe("An open lot, first in first out.")
    public record LotRow(
            @Describe("Opening transaction and ordinal, as a sale may name it.")
            String lotId,

            LocalDate acquired,
            BigDecimal quantity,

            @Describe("In cost_currency, costs of the purchase included; null if nobody stated it.")
            Optional<BigDecimal> cost,

            @Describe("Currency that was paid.") Optional<String> costCurrency) {}
}
