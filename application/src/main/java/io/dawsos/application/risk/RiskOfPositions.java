package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.risk.RiskResults.HoldingRisk;
import io.dawsos.application.risk.RiskResults.PositionRiskRow;
import io.dawsos.application.risk.RiskResults.PositionRisks;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.performance.Sleeve;
import io.dawsos.domain.risk.PositionRisk;
import io.dawsos.domain.risk.PositionRisk.Part;
import io.dawsos.domain.risk.TailLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes the risk of a snapshot apart: present weights over the past returns of prices and rates. */
final class RiskOfPositions {

    private final PortfolioSnapshot snapshot;
    private final int window;
    private final List<Sleeve> held = new ArrayList<>();
    private final List<ReturnSample> columns = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    RiskOfPositions(PortfolioSnapshot snapshot, int window) {
        this.snapshot = snapshot;
        this.window = window;
    }

    /** The risk, with the sleeve of each part in the same order. */
    private Figure<PositionRisk> apart(double confidence, int horizon) {
        DailyValuation valuation = snapshot.valuation();
        int last = valuation.days().size() - 1;
        Optional<Unavailable> why = valuation.whyMissing(last);
        if (why.isPresent()) {
            return Figure.missing(why.get());
        }
        if (!(valuation.total(last) > 0)) {
            return Figure.missing(new Unavailable(
                    "nothing_held",
                    "the portfolio is worth 0 or less, so nothing is a part of it",
                    "import transactions, or ask for an earlier date"));
        }
        int[] days = lastDays();
        for (Sleeve sleeve : valuation.sleeves()) {
            if (sleeve.baseValue(last) != 0) {
                ReturnSample sample = ReturnSample.ofLevels(days, levels(sleeve, days));
                if (sample.size() < PositionRisk.LEAST) {
                    leftOut.add(name(sleeve));
                } else {
                    held.add(sleeve);
                    columns.add(sample);
                }
            }
        }
        if (columns.isEmpty()) {
            return Figure.missing(new Unavailable(
                    "too_few_returns",
                    "no position has " + PositionRisk.LEAST + " daily returns in the window",
                    "import older prices, or ask for a longer window"));
        }
        double[] weights = held.stream()
                .mapToDouble(sleeve -> sleeve.baseValue(last) / valuation.total(last))
                .toArray();
        return PositionRisk.of(
                held.stream().map(this::name).toList(),
                weights,
                paired(),
                confidence,
                horizon,
                ReturnsInWindow.CONVENTIONS);
    }

    private int[] lastDays() {
        int size = snapshot.valuation().days().size();
        int count = Math.min(size, window + 1);
        int[] days = new int[count];
        for (int i = 0; i < count; i++) {
            days[i] = snapshot.valuation().days().day(size - count + i);
        }
        return days;
    }

    private double[] levels(Sleeve sleeve, int[] days) {
        double[] levels = snapshot.conversion().rates(sleeve.currency(), snapshot.base(), days);
        if (sleeve.security().isPresent()) {
            double[] prices = snapshot.timeline(sleeve.security().get()).on(days);
            for (int i = 0; i < levels.length; i++) {
                levels[i] *= prices[i];
            }
        }
        return levels;
    }

    /** The returns on the days that all columns have. */
    private double[][] paired() {
        ReturnSample common = columns.get(0);
        for (ReturnSample column : columns) {
            common = common.on(column);
        }
        ReturnSample all = common;
        return columns.stream().map(column -> column.on(all).values()).toArray(double[][]::new);
    }

    private String name(Sleeve sleeve) {
        return sleeve.security()
                .map(snapshot::symbol)
                .orElse("Cash " + sleeve.currency().code());
    }

    Figure<PositionRisks> table(double confidence, int horizon) {
        return apart(confidence, horizon).map(risk -> {
            List<PositionRiskRow> rows = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                rows.add(row(held.get(i), risk.positions().get(i)));
            }
            rows.sort(Comparator.comparingDouble(PositionRiskRow::volatilityContribution)
                    .reversed()
                    .thenComparing(PositionRiskRow::symbol));
            return new PositionRisks(
                    snapshot.asOf(),
                    snapshot.base().code(),
                    confidence,
                    horizon,
                    risk.observations(),
                    risk.volatility(),
                    risk.valueAtRisk(),
                    risk.conditional(),
                    risk.diversificationRatio(),
                    rows,
                    leftOut,
                    PositionRisk.METHOD);
        });
    }

    private static PositionRiskRow row(Sleeve sleeve, Part part) {
        return new PositionRiskRow(
                sleeve.security().map(SecurityId::value),
                part.name(),
                part.weight(),
                part.volatility(),
                part.correlation(),
                part.volatilityContribution(),
                part.volatilityShare(),
                part.marginalValueAtRisk(),
                part.componentValueAtRisk());
    }

    Figure<HoldingRisk> of(SecurityId id, double confidence) {
        return apart(confidence, 1).flatMap(risk -> {
            for (int i = 0; i < held.size(); i++) {
                if (held.get(i).security().equals(Optional.of(id))) {
                    return holding(
                            id, risk, risk.positions().get(i), columns.get(i).values(), confidence);
                }
            }
            return Figure.missing(new Unavailable(
                    "too_few_returns",
                    snapshot.slice().security(id).map(Security::symbol).orElse("the security") + " has fewer than "
                            + PositionRisk.LEAST + " daily returns in the window",
                    "import older prices, or ask for a longer window"));
        });
    }

    private Figure<HoldingRisk> holding(
            SecurityId id, PositionRisk risk, Part part, double[] returns, double confidence) {
        int last = snapshot.valuation().days().size() - 1;
        double value = part.weight() * snapshot.valuation().total(last);
        return TailLoss.of(returns, TailLoss.Method.PARAMETRIC, confidence, 1, ReturnsInWindow.CONVENTIONS)
                .map(own -> new HoldingRisk(
                        id.value(),
                        snapshot.symbol(id),
                        Figure.known(own.valueAtRisk() * Math.abs(value)),
                        own.valueAtRisk(),
                        part.marginalValueAtRisk(),
                        part.componentValueAtRisk(),
                        part.volatilityShare(),
                        part.volatility(),
                        risk.volatility(),
                        part.correlation().map(correlation -> correlation * part.volatility() / risk.volatility()),
                        part.correlation(),
                        part.correlation().map(correlation -> 1 - correlation),
                        risk.observations(),
                        PositionRisk.METHOD));
    }
}
