package io.dawsos.application.tax;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PositionRow;
import io.dawsos.application.portfolio.Positions;
import io.dawsos.application.portfolio.UnrealizedPl;
import io.dawsos.application.tax.HarvestOpportunities.Opportunity;
import io.dawsos.application.tax.LossPositions.LossPosition;
import io.dawsos.application.tax.TaxBenefits.Benefit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What losses are, what they would save, and in which order they are worth a look. */
final class Harvest {

    private Harvest() {}

    static LossPositions losses(Positions positions, UnrealizedPl unrealized, BigDecimal minimum) {
        List<UUID> held =
                positions.positions().stream().map(PositionRow::securityId).toList();
        List<LossPosition> losses = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (UnrealizedPl.Row row : unrealized.positions()) {
            Optional<BigDecimal> gain = row.unrealizedPl().asOptional();
            if (!held.contains(row.securityId())) {
                continue;
            }
            if (gain.isEmpty()) {
                unknown.add(row.symbol());
            } else if (gain.get().signum() < 0 && gain.get().negate().compareTo(minimum) >= 0) {
                losses.add(new LossPosition(
                        row.securityId(),
                        row.symbol(),
                        row.quantity(),
                        row.costBasis().asOptional().orElseThrow(),
                        row.marketValue().asOptional().orElseThrow(),
                        gain.get(),
                        row.unrealizedPlPct().asOptional()));
            }
        }
        losses.sort(Comparator.comparing(LossPosition::unrealizedLoss).thenComparing(LossPosition::symbol));
        return new LossPositions(
                unrealized.portfolioId(),
                unrealized.baseCurrency(),
                losses,
                losses.size(),
                losses.stream().map(LossPosition::unrealizedLoss).reduce(BigDecimal.ZERO, BigDecimal::add),
                unknown);
    }

    static TaxBenefits benefits(LossPositions losses, BigDecimal rate, Optional<WashSaleRisks> risks) {
        Map<UUID, BigDecimal> deferred = risks.map(WashSaleRisks::risks).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        WashSaleRisks.Risk::securityId, WashSaleRisks.Risk::disallowedLoss, BigDecimal::add));
        List<Benefit> benefits = new ArrayList<>();
        for (LossPosition position : losses.positions()) {
            BigDecimal loss = position.unrealizedLoss().negate();
            BigDecimal disallowed = deferred.getOrDefault(position.securityId(), BigDecimal.ZERO)
                    .min(loss);
            BigDecimal usable = loss.subtract(disallowed);
            benefits.add(new Benefit(
                    position.securityId(), position.symbol(), loss, disallowed, usable, usable.multiply(rate)));
        }
        return new TaxBenefits(
                rate, benefits, benefits.stream().map(Benefit::taxBenefit).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    static HarvestOpportunities rank(LossPositions losses, TaxBenefits benefits) {
        Map<UUID, LossPosition> positions =
                losses.positions().stream().collect(Collectors.toMap(LossPosition::securityId, Function.identity()));
        List<Benefit> ordered = benefits.benefits().stream()
                .filter(benefit -> positions.containsKey(benefit.securityId()))
                .sorted(Comparator.comparing(Benefit::taxBenefit).reversed().thenComparing(Benefit::symbol))
                .toList();
        List<Opportunity> opportunities = new ArrayList<>();
        for (Benefit benefit : ordered) {
            LossPosition position = java.util.Objects.requireNonNull(positions.get(benefit.securityId()));
            opportunities.add(new Opportunity(
                    opportunities.size() + 1,
                    benefit.securityId(),
                    benefit.symbol(),
                    position.quantity(),
                    position.unrealizedLoss(),
                    benefit.usableLoss(),
                    benefit.taxBenefit(),
                    position.marketValue().signum() == 0
                            ? Optional.empty()
                            : Optional.of(benefit.taxBenefit()
                                    .divide(position.marketValue().abs(), PortfolioSnapshot.PRECISION)),
                    benefit.disallowedLoss().signum() > 0));
        }
        return new HarvestOpportunities(opportunities, opportunities.size(), benefits.totalBenefit());
    }
}
