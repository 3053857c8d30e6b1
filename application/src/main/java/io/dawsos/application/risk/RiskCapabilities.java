package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.application.portfolio.ValuationCapabilities;
import io.dawsos.application.risk.RiskResults.HoldingRisk;
import io.dawsos.application.risk.RiskResults.PositionRisks;
import io.dawsos.application.risk.RiskResults.TailRow;
import io.dawsos.application.risk.RiskResults.ValueAtRisk;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.risk.PositionRisk;
import io.dawsos.domain.risk.TailLoss;
import io.dawsos.domain.risk.TailLoss.Method;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Capabilities about the risk of a portfolio and of its positions. */
public final class RiskCapabilities {

    private static final double CONFIDENCE = 0.95;
    private static final int LONGEST_HORIZON = 252;

    private final PortfolioSnapshots snapshots;

    @Inject
    RiskCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of {@code risk.statistics}. */
    public record StatisticsArguments(
            UUID portfolioId,

            @Describe("Daily returns to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {}

    /** Arguments of {@code risk.value_at_risk} and {@code risk.positions}. */
    public record TailArguments(
            UUID portfolioId,

            @Describe("Daily returns to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays,

            @Describe("Above 0.5 and below 1; 0.95 if null.")
            Optional<Double> confidence,

            @Describe("Valuation days ahead, 1 to 252; 1 if null.")
            Optional<Integer> horizonDays) {

        double level() {
            double level = confidence.orElse(CONFIDENCE);
            if (!(level > 0.5 && level < 1)) {
                throw new InvalidArgumentException("confidence", "found " + level, "expected above 0.5 and below 1");
            }
            return level;
        }

        int horizon() {
            int days = horizonDays.orElse(1);
            if (days < 1 || days > LONGEST_HORIZON) {
                throw new InvalidArgumentException("horizon_days", "found " + days, "expected 1 to " + LONGEST_HORIZON);
            }
            return days;
        }
    }

    /** Arguments of {@code compute_position_risk}. */
    public record HoldingRiskArguments(
            UUID portfolioId,
            @Describe("A security that is held.") UUID securityId,

            @Describe("The run's pricing pack; another one is refused.")
            Optional<String> packId,

            @Describe("Valuation days to look back, 2 to 10000; 252 if null.")
            Optional<Integer> lookbackDays) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "risk.statistics",
                        "Statistics of a portfolio's daily returns",
                        StatisticsArguments.class,
                        RiskStatistics.class,
                        this::statistics),
                Capability.pure(
                        "risk.value_at_risk",
                        "What can be lost over a horizon, by several methods",
                        TailArguments.class,
                        ValueAtRisk.class,
                        this::valueAtRisk),
                Capability.pure(
                        "risk.positions",
                        "The risk of a portfolio taken apart into its positions",
                        TailArguments.class,
                        PositionRisks.class,
                        this::positions),
                Capability.pure(
                        "compute_position_risk",
                        "The risk of one holding, alone and in the portfolio",
                        HoldingRiskArguments.class,
                        HoldingRisk.class,
                        this::holding));
    }

    private <R> Outcome<R> over(
            RequestContext context, UUID portfolio, String method, Function<PortfolioSnapshot, Figure<R>> result) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, portfolio);
        Figure<R> value = found.flatMap(result);
        return value.whyMissing().isPresent()
                ? Outcome.unavailable(value.whyMissing().get())
                : Outcome.available(
                        value.asOptional().orElseThrow(),
                        Sources.of(found.asOptional().orElseThrow(), method, true));
    }

    private Outcome<RiskStatistics> statistics(RequestContext context, StatisticsArguments arguments) {
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        return over(
                context,
                arguments.portfolioId(),
                ReturnsInWindow.CONVENTIONS.label(),
                snapshot -> Figure.known(new StatisticsOfReturns(snapshot, window).compute()));
    }

    private Outcome<ValueAtRisk> valueAtRisk(RequestContext context, TailArguments arguments) {
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        double level = arguments.level();
        int horizon = arguments.horizon();
        return over(context, arguments.portfolioId(), "several methods, named in the result", snapshot -> {
            double[] returns = new ReturnsInWindow(snapshot, window).values();
            Figure<Double> value = value(snapshot.valuation());
            List<TailRow> rows = new ArrayList<>();
            for (Method method : List.of(Method.HISTORICAL, Method.PARAMETRIC, Method.CORNISH_FISHER)) {
                Figure<TailLoss> loss = TailLoss.of(returns, method, level, horizon, ReturnsInWindow.CONVENTIONS);
                Figure<Double> quantile = loss.map(TailLoss::valueAtRisk);
                Figure<Double> beyond = loss.map(TailLoss::conditional);
                rows.add(new TailRow(
                        method.label(),
                        quantile,
                        quantile.flatMap(part -> value.map(whole -> part * whole)),
                        beyond,
                        beyond.flatMap(part -> value.map(whole -> part * whole))));
            }
            return Figure.known(new ValueAtRisk(
                    snapshot.asOf(), snapshot.base().code(), level, horizon, returns.length, value, rows));
        });
    }

    private static Figure<Double> value(DailyValuation valuation) {
        int last = valuation.days().size() - 1;
        return valuation
                .whyMissing(last)
                .<Figure<Double>>map(Figure::missing)
                .orElseGet(() -> Figure.known(valuation.total(last)));
    }

    private Outcome<PositionRisks> positions(RequestContext context, TailArguments arguments) {
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        double level = arguments.level();
        int horizon = arguments.horizon();
        return over(
                context,
                arguments.portfolioId(),
                PositionRisk.METHOD,
                snapshot -> new RiskOfPositions(snapshot, window).table(level, horizon));
    }

    private Outcome<HoldingRisk> holding(RequestContext context, HoldingRiskArguments arguments) {
        ValuationCapabilities.requirePinned(context, arguments.packId());
        int window = ReturnsInWindow.window(arguments.lookbackDays());
        return over(context, arguments.portfolioId(), PositionRisk.METHOD, snapshot -> {
            SecurityId id = new SecurityId(arguments.securityId());
            if (!snapshot.holdings().positions().containsKey(id)) {
                throw new InvalidArgumentException(
                        "security_id",
                        "the portfolio does not hold " + arguments.securityId(),
                        "pass a security_id that ledger.positions gives");
            }
            return new RiskOfPositions(snapshot, window).of(id, CONFIDENCE);
        });
    }
}
