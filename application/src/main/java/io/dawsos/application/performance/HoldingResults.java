package io.dawsos.application.performance;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The results of the capabilities about one holding. */
public final class HoldingResults {

    private HoldingResults() {}

    /** How a holding did: the result of {@code compute_position_return}. */
    @Describe("How one holding did in a window, income included. Returns are fractions.")
    public record HoldingReturn(
            UUID securityId,
            String symbol,
            @Describe("Day at whose end the window opens.") LocalDate startDate,
            LocalDate endDate,

            @Describe("Its own time-weighted return in base currency.")
            Figure<Double> totalReturn,

            @Describe("The same per year; only over 365 days or more.")
            Figure<Double> annualizedReturn,

            @Describe("The part of prices and income in its own currency.")
            Figure<Double> localReturn,

            @Describe("The part of the exchange rate.") Figure<Double> fxReturn,

            @Describe("Standard deviation (n-1) of its daily returns in base currency x sqrt(252).")
            Figure<Double> volatility,

            @Describe("Mean daily return above the risk-free rate over its standard deviation, x sqrt(252).")
            Figure<Double> sharpe,

            @Describe("Greatest fall from a peak, as a negative fraction.")
            Figure<Double> maxDrawdown,

            @Describe("Calendar days from the lowest point of that fall to the recovery; null if there was none.")
            Figure<Integer> recoveryDays,

            @Describe("Daily returns in the window.") int dataPoints,
            @Describe("Oldest first.") List<DailyReturn> dailyReturns) {}

    /** The returns of one day. */
    public record DailyReturn(
            LocalDate date,
            @Describe("Of the holding, in base currency.") double position,

            @Describe("Of the portfolio; null if it has none.")
            Optional<Double> portfolio) {}

    /** What a holding added: the result of {@code compute_portfolio_contribution}. */
    @Describe("What one holding added to the portfolio's return in a window. All are fractions.")
    public record HoldingContribution(
            UUID securityId,
            String symbol,
            LocalDate startDate,
            LocalDate endDate,
            double totalContribution,

            @Describe("Contribution over the portfolio's return.")
            Figure<Double> pctOfPortfolioReturn,

            @Describe("Of the portfolio's value where the window opens.")
            double weight,

            @Describe("Its own time-weighted return in base currency.")
            Figure<Double> positionReturn,

            double portfolioReturn) {}

    /** A holding's return by currency: the result of {@code compute_position_currency_attribution}. */
    @Describe("What prices and exchange rates made of one holding's contribution to the portfolio's return.")
    public record HoldingCurrencyAttribution(
            UUID securityId,
            String symbol,
            String currency,
            String baseCurrency,

            @Describe("Of prices and income in its own currency.")
            double localContribution,

            @Describe("Of the exchange rate; 0 if it is quoted in base currency.")
            double fxContribution,

            @Describe("Of both together.") double interactionContribution,
            @Describe("Sum of the three.") double totalContribution,
            @Describe("Its own return in its own currency.") Figure<Double> localReturn,

            @Describe("The return of its currency in base currency.")
            Figure<Double> fxReturn,

            String method) {}

    /** Securities like another: the result of {@code get_comparable_positions}. */
    @Describe("Securities of the same sector.")
    public record Comparables(
            String sector, @Describe("Ordered by symbol.") List<Peer> comparables, int count) {}

    /** One of them. */
    public record Peer(
            UUID securityId,
            String symbol,
            String name,
            @Describe("EQUITY, FUND, BOND and so on.") String assetClass,
            String currency,
            @Describe("Whether the portfolio holds it.") boolean held) {}
}
