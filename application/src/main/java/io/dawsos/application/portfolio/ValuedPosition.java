package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One security held, valued with a pricing pack. */
@Describe(
        "One security held, valued with a pricing pack. Money is in the portfolio's base currency unless said otherwise.")
public record ValuedPosition(
        UUID securityId,
        String symbol,
        String name,

        @Describe("Sector of the security's classification; null if it is not classified.")
        Optional<String> sector,

        @Describe("Units held; negative if sold short.") BigDecimal quantity,

        @Describe("Last accepted price on or before the as-of date, per unit, in price_currency.")
        Figure<BigDecimal> price,

        @Describe("Currency that prices are quoted in.") String priceCurrency,
        @Describe("Date of the price.") Figure<LocalDate> priceDate,

        @Describe("Units of base currency for one unit of price_currency.")
        Figure<BigDecimal> fxRate,

        @Describe("Quantity x price x rate.") Figure<BigDecimal> marketValue,

        @Describe("Fraction of the portfolio's total value, cash included; weights sum to 1.")
        Figure<BigDecimal> weight,

        @Describe("What the open units cost at the rates of their purchase dates, costs included.")
        Figure<BigDecimal> costBasis,

        @Describe("Market value minus cost basis.") Figure<BigDecimal> unrealizedPnl,

        @Describe("Unrealized profit as a fraction of the cost basis.")
        Figure<BigDecimal> unrealizedReturn,

        @Describe("Change of price and rate since the valuation day before, as a fraction.")
        Figure<BigDecimal> dayChange) {}
