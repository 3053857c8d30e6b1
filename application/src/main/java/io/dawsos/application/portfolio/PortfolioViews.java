package io.dawsos.application.portfolio;

import io.dawsos.application.run.Execution;
import io.dawsos.application.run.View;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How the results of {@code portfolio_overview} are laid out for the principal routes. */
public final class PortfolioViews {

    private PortfolioViews() {}

    /** The pattern that these views lay out. */
    public static final String PATTERN = "portfolio_overview";

    /** The pattern of {@code GET /api/transactions}. */
    public static final String TRANSACTIONS_PATTERN = "transaction_history";

    /** The data of {@code GET /api/portfolio}. */
    @Describe("A portfolio at one date: what it holds and is worth, how it did, and where its return came from.")
    public record Overview(
            UUID id,
            String name,
            String baseCurrency,
            @Describe("real or simulated.") String universe,
            Figure<LocalDate> asOf,

            @Describe("Securities and cash, in base currency.")
            Figure<BigDecimal> totalValue,

            Figure<CashSummary> cash,
            Figure<List<ValuedPosition>> holdings,
            Figure<SectorAllocation> sectorAllocation,
            Figure<PerformanceMetrics> performance,
            Figure<CurrencyAttributionResult> currencyAttribution) {}

    /** The data of {@code GET /api/holdings}. */
    @Describe("What a portfolio holds, valued.")
    public record HoldingsList(
            UUID portfolioId,
            String baseCurrency,
            Figure<LocalDate> asOf,
            Figure<BigDecimal> totalValue,
            Figure<List<ValuedPosition>> holdings,
            Figure<CashSummary> cash) {}

    /** The layout of {@code GET /api/portfolio}. */
    public static final View OVERVIEW = View.of("overview", PortfolioViews::overview);

    /** The layout of {@code GET /api/transactions}. */
    public static final View TRANSACTIONS = View.of("transactions", PortfolioViews::transactions);

    /** The data of {@code GET /api/transactions}. */
    @Describe("Transactions of a portfolio, newest first.")
    public record TransactionList(
            UUID portfolioId,
            Figure<List<TransactionHistory.TransactionRow>> transactions,
            Figure<Integer> count,
            java.util.Optional<String> nextCursor) {}

    private static TransactionList transactions(Execution run) {
        Figure<TransactionHistory> history = run.output("transactions", TransactionHistory.class);
        return new TransactionList(
                run.pins().portfolio().orElseThrow().portfolio().id().value(),
                history.map(TransactionHistory::transactions),
                history.map(TransactionHistory::count),
                history.asOptional().flatMap(TransactionHistory::nextCursor));
    }

    /** The layout of {@code GET /api/holdings}. */
    public static final View HOLDINGS = View.of("holdings", PortfolioViews::holdings);

    /** All layouts. */
    public static final Set<View> ALL = Set.of(OVERVIEW, TRANSACTIONS, HOLDINGS);

    private static Overview overview(Execution run) {
        var portfolio = run.pins().portfolio().orElseThrow().portfolio();
        Figure<ValuedPositions> valued = run.output("valued_positions", ValuedPositions.class);
        return new Overview(
                portfolio.id().value(),
                portfolio.name(),
                portfolio.baseCurrency().code(),
                portfolio.universe().label(),
                valued.map(ValuedPositions::asOf),
                flat(valued.map(ValuedPositions::totalValue)),
                valued.map(ValuedPositions::cash),
                valued.map(ValuedPositions::positions),
                run.output("sector_allocation", SectorAllocation.class),
                run.output("perf_metrics", PerformanceMetrics.class),
                run.output("currency_attr", CurrencyAttributionResult.class));
    }

    private static HoldingsList holdings(Execution run) {
        var portfolio = run.pins().portfolio().orElseThrow().portfolio();
        Figure<ValuedPositions> valued = run.output("valued_positions", ValuedPositions.class);
        return new HoldingsList(
                portfolio.id().value(),
                portfolio.baseCurrency().code(),
                valued.map(ValuedPositions::asOf),
                flat(valued.map(ValuedPositions::totalValue)),
                valued.map(ValuedPositions::positions),
                valued.map(ValuedPositions::cash));
    }

    private static <T> Figure<T> flat(Figure<Figure<T>> nested) {
        return nested.whyMissing().isPresent()
                ? Figure.missing(nested.whyMissing().get())
                : nested.asOptional().orElseThrow();
    }
}
