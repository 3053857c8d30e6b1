package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A portfolio valued at one date. */
@Describe("A portfolio valued at one date, in its base currency.")
public record ValuedPositions(
        UUID portfolioId,
        String name,
        String baseCurrency,

        @Describe("The world whose market data was used: real or simulated.")
        String universe,

        @Describe("Date of the valuation: the pack's.") LocalDate asOf,
        List<ValuedPosition> positions,
        int totalPositions,
        CashSummary cash,
        @Describe("Securities only.") Figure<BigDecimal> positionsValue,
        @Describe("Securities and cash.") Figure<BigDecimal> totalValue,

        @Describe("What the open positions cost, costs included.")
        Figure<BigDecimal> costBasis,

        @Describe("Value of the positions minus their cost basis.")
        Figure<BigDecimal> unrealizedPnl) {}
