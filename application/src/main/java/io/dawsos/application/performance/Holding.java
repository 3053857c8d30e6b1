package io.dawsos.application.performance;

import io.dawsos.application.performance.HoldingResults.DailyReturn;
import io.dawsos.application.performance.HoldingResults.HoldingContribution;
import io.dawsos.application.performance.HoldingResults.HoldingCurrencyAttribution;
import io.dawsos.application.performance.HoldingResults.HoldingReturn;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.attribution.CurrencyAttribution.SleeveParts;
import io.dawsos.domain.attribution.Parts;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.Drawdown;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import io.dawsos.domain.performance.Sleeve;
import io.dawsos.domain.performance.SleeveReturns;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One security of a ledger in the light of the portfolio's valuation. */
final class Holding {

    private final PortfolioSnapshot snapshot;
    private final SecurityId id;
    private final ReturnSeries portfolio;

    Holding(PortfolioSnapshot snapshot, SecurityId id) {
        this.snapshot = snapshot;
        this.id = id;
        this.portfolio = ReturnSeries.of(snapshot.valuation());
    }

    /** An attribution of the portfolio, with the parts of the holding. */
    private record InWindow(CurrencyAttribution whole, SleeveParts own) {}

    private Figure<InWindow> over(int window) {
        return CurrencyAttribution.of(snapshot.valuation(), portfolio, window)
                .flatMap(whole -> whole.bySleeve().stream()
                        .filter(parts -> parts.security().equals(Optional.of(id)))
                        .findFirst()
                        .<Figure<InWindow>>map(own -> Figure.known(new InWindow(whole, own)))
                        .orElseGet(() -> Figure.missing(new Unavailable(
                                "not_held_in_window",
                                snapshot.symbol(id) + " was not held between " + whole.from() + " and "
                                        + snapshot.asOf(),
                                "ask for a longer window, or an earlier date"))));
    }

    Figure<HoldingContribution> contribution(int window) {
        return over(window)
                .map(found -> new HoldingContribution(
                        id.value(),
                        snapshot.symbol(id),
                        found.whole().from(),
                        snapshot.asOf(),
                        found.own().parts().total(),
                        share(found.own().parts().total(), found.whole().twr()),
                        found.own().weight(),
                        found.own().own().map(Parts::total),
                        found.whole().twr()));
    }

    private static Figure<Double> share(double contribution, double whole) {
        double share = contribution / whole;
        return whole == 0 || !Double.isFinite(share)
                ? Figure.missing(new Unavailable(
                        "no_portfolio_return",
                        "the portfolio's return is 0, so nothing is a part of it",
                        "look at the contribution itself"))
                : Figure.known(share);
    }

    Figure<HoldingCurrencyAttribution> currencyAttribution(int window) {
        return over(window).map(found -> {
            Parts parts = found.own().parts();
            return new HoldingCurrencyAttribution(
                    id.value(),
                    snapshot.symbol(id),
                    found.own().currency().code(),
                    snapshot.base().code(),
                    parts.local(),
                    parts.fx(),
                    parts.interaction(),
                    parts.total(),
                    found.own().own().map(Parts::local),
                    found.own().own().map(Parts::fx),
                    CurrencyAttribution.METHOD);
        });
    }

    Figure<HoldingReturn> ownReturn(int window) {
        return over(window).map(found -> {
            ReturnSeries own = returns();
            ReturnWindow last = within(own, found.whole().from());
            Figure<Drawdown> drawdown = last.maxDrawdown();
            Figure<Parts> parts = found.own().own();
            return new HoldingReturn(
                    id.value(),
                    snapshot.symbol(id),
                    found.whole().from(),
                    snapshot.asOf(),
                    parts.map(Parts::total),
                    parts.flatMap(known -> ReturnSeries.annualized(
                            known.total(), ChronoUnit.DAYS.between(opened(last, found.whole()), snapshot.asOf()))),
                    parts.map(Parts::local),
                    parts.map(Parts::fx),
                    last.volatility(),
                    last.sharpeRatio(
                            snapshot.slice().macroOf(PortfolioSnapshots.RISK_FREE_SERIES),
                            PortfolioSnapshots.RISK_FREE_SERIES),
                    drawdown.map(Drawdown::depth),
                    drawdown.flatMap(Holding::recoveryDays),
                    last.size(),
                    daily(last));
        });
    }

    /** The day returns count from: the begin of the window, or the first return in it where the holding is younger. */
    private static LocalDate opened(ReturnWindow window, CurrencyAttribution whole) {
        LocalDate first = window.size() == 0 ? whole.from() : window.date(0).minusDays(1);
        return first.isAfter(whole.from()) ? first : whole.from();
    }

    private static Figure<Integer> recoveryDays(Drawdown drawdown) {
        return drawdown.recovery()
                .<Figure<Integer>>map(
                        day -> Figure.known(Math.toIntExact(ChronoUnit.DAYS.between(drawdown.trough(), day))))
                .orElseGet(() -> Figure.missing(new Unavailable(
                        "not_recovered", "the index has not reached its peak again", "ask again at a later date")));
    }

    ReturnSeries returns() {
        return snapshot.valuation().sleeves().stream()
                .filter(sleeve -> sleeve.security().equals(Optional.of(id)))
                .findFirst()
                .map((Sleeve sleeve) -> SleeveReturns.of(snapshot.valuation(), sleeve))
                .orElseThrow(() -> new IllegalStateException("a security of the ledger without a sleeve"));
    }

    /** The returns after a day. */
    static ReturnWindow within(ReturnSeries returns, LocalDate after) {
        int known = 0;
        for (int day = 0; day < returns.days().size(); day++) {
            if (returns.known(day) && returns.days().date(day).isAfter(after)) {
                known++;
            }
        }
        return returns.last(known);
    }

    private List<DailyReturn> daily(ReturnWindow window) {
        double[] values = window.values();
        List<DailyReturn> rows = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            LocalDate date = window.date(i);
            int day = portfolio.days().indexOnOrBefore(date);
            rows.add(new DailyReturn(
                    date, values[i], portfolio.known(day) ? Optional.of(portfolio.value(day)) : Optional.empty()));
        }
        return rows;
    }
}
