package io.dawsos.application.performance;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.domain.attribution.AttributionExplanation;
import io.dawsos.domain.attribution.AttributionExplanation.Part;
import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recording;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import io.dawsos.domain.performance.Sleeve;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the numbers about one holding apart. */
final class HoldingExplanation {

    private final PortfolioSnapshot snapshot;
    private final SecurityId id;
    private final ReturnSeries portfolio;
    private final Predicate<Sleeve> own;
    private final String of;

    HoldingExplanation(PortfolioSnapshot snapshot, SecurityId id) {
        this.snapshot = snapshot;
        this.id = id;
        this.portfolio = ReturnSeries.of(snapshot.valuation());
        this.own = sleeve -> sleeve.security().equals(Optional.of(id));
        this.of = " of " + snapshot.symbol(id);
    }

    private Optional<AttributionExplanation> attribution(int window) {
        return CurrencyAttribution.of(snapshot.valuation(), portfolio, window)
                .asOptional()
                .map(found -> new AttributionExplanation(snapshot.valuation(), portfolio, window));
    }

    Optional<Explanation> contribution(String field, int window) {
        return attribution(window)
                .flatMap(found -> switch (field) {
                    case "total_contribution" -> Optional.of(found.total(own, of));
                    case "weight" -> Optional.of(found.weight(own, snapshot.symbol(id)));
                    case "portfolio_return" -> Optional.of(found.portfolioReturn());
                    case "pct_of_portfolio_return" -> Optional.of(share(found));
                    default -> Optional.<Explanation>empty();
                })
                .map(Explanation::shown);
    }

    private Explanation share(AttributionExplanation found) {
        Explanation part = found.total(own, of);
        Explanation whole = found.portfolioReturn();
        return Explanation.computed(
                "Contribution over the portfolio's return",
                part.value().doubleValue() / whole.value().doubleValue(),
                "fraction",
                Operation.RATIO,
                () -> List.of(part, whole));
    }

    Optional<Explanation> currency(String field, int window) {
        return attribution(window)
                .flatMap(found -> switch (field) {
                    case "local_contribution" -> Optional.of(found.part(Part.LOCAL, own, of));
                    case "fx_contribution" -> Optional.of(found.part(Part.FX, own, of));
                    case "interaction_contribution" -> Optional.of(found.part(Part.INTERACTION, own, of));
                    case "total_contribution" -> Optional.of(found.total(own, of));
                    default -> Optional.<Explanation>empty();
                })
                .map(Explanation::shown);
    }

    Optional<Explanation> ownReturn(String field, int window) {
        Optional<CurrencyAttribution> whole =
                CurrencyAttribution.of(snapshot.valuation(), portfolio, window).asOptional();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        ReturnWindow last =
                Holding.within(new Holding(snapshot, id).returns(), whole.get().from());
        Recording recording = new Recording();
        switch (field) {
            case "total_return" -> last.total(recording);
            case "volatility" -> last.volatility(recording);
            case "sharpe" ->
                last.sharpeRatio(
                        snapshot.slice().macroOf(PortfolioSnapshots.RISK_FREE_SERIES),
                        PortfolioSnapshots.RISK_FREE_SERIES,
                        recording);
            case "max_drawdown" -> last.maxDrawdown(recording, new Recording());
            default -> {
                return Optional.empty();
            }
        }
        return recording.explanation().map(Explanation::shown);
    }
}
