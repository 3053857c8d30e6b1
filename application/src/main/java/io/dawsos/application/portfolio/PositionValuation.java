package io.dawsos.application.portfolio;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Rounding;
import io.dawsos.domain.performance.MissingPrice;
import io.dawsos.domain.pricing.PriceTimeline.PriceOnDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values the holdings of a snapshot at its date, in exact decimals. */
final class PositionValuation {

    private static final int WEIGHT_DECIMALS = 12;

    private final PortfolioSnapshot snapshot;

    PositionValuation(PortfolioSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    ValuedPositions value() {
        List<Position> positions = List.copyOf(snapshot.holdings().positions().values());
        List<Figure<BigDecimal>> values = new ArrayList<>();
        positions.forEach(position -> values.add(marketValue(position)));
        Map<String, CashBalance> cash = cash();
        Figure<BigDecimal> positionsValue = Figures.sum(values);
        Figure<BigDecimal> cashValue =
                Figures.sum(cash.values().stream().map(CashBalance::value).toList());
        Figure<BigDecimal> total = Figures.combine(positionsValue, cashValue, BigDecimal::add);
        List<Figure<BigDecimal>> weights = weights(values, cashValue, total);
        List<ValuedPosition> rows = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            rows.add(row(positions.get(i), values.get(i), weights.get(i)));
        }
        rows.sort(java.util.Comparator.comparing(ValuedPosition::symbol));
        Figure<BigDecimal> cost =
                Figures.sum(rows.stream().map(ValuedPosition::costBasis).toList());
        return new ValuedPositions(
                snapshot.portfolio().id().value(),
                snapshot.portfolio().name(),
                snapshot.base().code(),
                snapshot.portfolio().universe().label(),
                snapshot.asOf(),
                rows,
                rows.size(),
                new CashSummary(cashValue, weights.get(positions.size()), cash),
                positionsValue,
                total,
                cost,
                Figures.combine(positionsValue, cost, BigDecimal::subtract));
    }

    private ValuedPosition row(Position position, Figure<BigDecimal> value, Figure<BigDecimal> weight) {
        Security security = snapshot.security(position.security());
        Figure<PriceOnDate> price = price(position.security());
        Figure<BigDecimal> cost = costBasis(position);
        Figure<BigDecimal> pnl = Figures.combine(value, cost, BigDecimal::subtract);
        return new ValuedPosition(
                position.security().value(),
                security.symbol(),
                security.name(),
                security.sector(),
                position.quantity(),
                price.map(PriceOnDate::price),
                security.currency().code(),
                price.map(PriceOnDate::observed),
                rate(security.currency(), snapshot.asOf()),
                value,
                weight,
                cost,
                pnl,
                unrealizedReturn(pnl, cost),
                dayChange(position.security(), security.currency()));
    }

    private static Figure<BigDecimal> unrealizedReturn(Figure<BigDecimal> pnl, Figure<BigDecimal> cost) {
        if (cost.asOptional().filter(amount -> amount.signum() == 0).isPresent()) {
            return Figure.missing(new Unavailable(
                    "no_cost",
                    "the open units cost nothing, so there is no return on them",
                    "read unrealized_pnl instead"));
        }
        return Figures.combine(pnl, cost, (gain, amount) -> gain.divide(amount.abs(), PortfolioSnapshot.PRECISION));
    }

    private Figure<BigDecimal> marketValue(Position position) {
        Security security = snapshot.security(position.security());
        return Figures.combine(
                        price(position.security()).map(PriceOnDate::price),
                        rate(security.currency(), snapshot.asOf()),
                        (price, rate) -> price.multiply(rate, PortfolioSnapshot.PRECISION))
                .map(unit -> unit.multiply(position.quantity(), PortfolioSnapshot.PRECISION));
    }

    private Figure<PriceOnDate> price(SecurityId id) {
        Optional<PriceOnDate> price = snapshot.timeline(id).on(snapshot.asOf());
        return price.isPresent()
                ? Figure.known(price.get())
                : Figure.missing(MissingPrice.of(snapshot.security(id).symbol(), snapshot.asOf()));
    }

    private Figure<BigDecimal> rate(CurrencyCode currency, LocalDate date) {
        return snapshot.conversion().rate(currency, snapshot.base(), date);
    }

    /** Each lot at the rate of the date on which it was opened. */
    Figure<BigDecimal> costBasis(Position position) {
        List<Figure<BigDecimal>> costs = new ArrayList<>();
        for (Lot lot : position.lots()) {
            costs.add(
                    lot.cost().isPresent()
                            ? snapshot.inBase(lot.cost().get(), lot.opened())
                            : Figure.missing(new Unavailable(
                                    "cost_missing",
                                    "nobody stated what the units of "
                                            + snapshot.security(position.security())
                                                    .symbol() + " transferred in on "
                                            + lot.opened() + " had cost",
                                    "enter the transfer with its amount and currency")));
        }
        return Figures.sum(costs);
    }

    private Figure<BigDecimal> dayChange(SecurityId id, CurrencyCode currency) {
        int last = snapshot.valuation().days().size() - 1;
        LocalDate before = last > 0
                ? snapshot.valuation().days().date(last - 1)
                : snapshot.asOf().minusDays(1);
        Optional<PriceOnDate> earlier = snapshot.timeline(id).on(before, snapshot.asOf());
        if (earlier.filter(price -> price.price().signum() > 0).isEmpty()) {
            return Figure.missing(MissingPrice.of(snapshot.security(id).symbol(), before));
        }
        Figure<BigDecimal> then =
                rate(currency, before).map(rate -> earlier.get().price().multiply(rate, PortfolioSnapshot.PRECISION));
        Figure<BigDecimal> now = Figures.combine(
                price(id).map(PriceOnDate::price),
                rate(currency, snapshot.asOf()),
                (price, rate) -> price.multiply(rate, PortfolioSnapshot.PRECISION));
        return Figures.combine(
                now,
                then,
                (today, earlierValue) ->
                        today.divide(earlierValue, PortfolioSnapshot.PRECISION).subtract(BigDecimal.ONE));
    }

    private Map<String, CashBalance> cash() {
        Map<String, CashBalance> balances = new LinkedHashMap<>();
        snapshot.holdings().cash().forEach((currency, amount) -> {
            Figure<BigDecimal> rate = rate(currency, snapshot.asOf());
            balances.put(
                    currency.code(),
                    new CashBalance(
                            amount, rate, rate.map(units -> amount.multiply(units, PortfolioSnapshot.PRECISION))));
        });
        return balances;
    }

    /** Weights of the positions and, last, of cash; rounded so that they sum to 1 exactly. */
    private static List<Figure<BigDecimal>> weights(
            List<Figure<BigDecimal>> values, Figure<BigDecimal> cash, Figure<BigDecimal> total) {
        List<Figure<BigDecimal>> all = new ArrayList<>(values);
        all.add(cash);
        if (total.whyMissing().isPresent()) {
            return all.stream().map(value -> total).toList();
        }
        BigDecimal whole = total.asOptional().orElseThrow();
        if (whole.signum() == 0) {
            Figure<BigDecimal> none = Figure.missing(new Unavailable(
                    "nothing_held", "the portfolio is worth 0, so nothing is a part of it", "import transactions"));
            return all.stream().map(value -> none).toList();
        }
        List<BigDecimal> exact = all.stream()
                .map(value -> value.asOptional().orElseThrow().divide(whole, PortfolioSnapshot.PRECISION))
                .toList();
        return Rounding.allocate(exact, WEIGHT_DECIMALS).stream()
                .<Figure<BigDecimal>>map(Figure::known)
                .toList();
    }
}
