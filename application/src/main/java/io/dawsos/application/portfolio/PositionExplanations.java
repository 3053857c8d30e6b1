package io.dawsos.application.portfolio;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.ValuationExplanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes the numbers of valued positions apart. Every value is the one that the valuation gave; only parts are found anew. */
final class PositionExplanations {

    private static final BigDecimal WEIGHT_STEP = new BigDecimal("1e-12");

    private final PortfolioSnapshot snapshot;
    private final ValuationExplanation source;
    private final ValuedPositions valued;
    private final String base;

    PositionExplanations(PortfolioSnapshot snapshot) {
        this.snapshot = snapshot;
        this.source = snapshot.valuation().explanation();
        this.valued = new PositionValuation(snapshot).value();
        this.base = snapshot.base().code();
    }

    /** Explains the number at a path of the valued positions. */
    Optional<Explanation> at(ResultPath path) {
        if (path.name(0).equals("positions") && path.size() == 2) {
            return path.item(0, valued.positions()).flatMap(row -> field(row, path.name(1)));
        }
        if (path.name(0).equals("cash")) {
            return cash(path);
        }
        return path.size() == 1 ? total(path.name(0)) : Optional.empty();
    }

    private static <T> Optional<T> known(Figure<BigDecimal> figure, java.util.function.Function<BigDecimal, T> with) {
        return figure.asOptional().map(with);
    }

    private Optional<Explanation> total(String name) {
        return switch (name) {
            case "positions_value" -> known(valued.positionsValue(), this::positionsValue);
            case "total_value" -> known(valued.totalValue(), this::totalValue);
            case "cost_basis" -> known(valued.costBasis(), this::costBasis);
            case "unrealized_pnl" ->
                known(
                        valued.unrealizedPnl(),
                        pnl -> exact(
                                "Unrealized profit",
                                pnl,
                                base,
                                Operation.DIFFERENCE,
                                () -> List.of(
                                        positionsValue(valued.positionsValue()
                                                .asOptional()
                                                .orElseThrow()),
                                        costBasis(
                                                valued.costBasis().asOptional().orElseThrow()))));
            default -> Optional.empty();
        };
    }

    private static Explanation exact(
            String label, BigDecimal value, String unit, Operation operation, Supplier<List<Explanation>> parts) {
        return Explanation.exact(label, value, unit, operation, parts);
    }

    private Explanation positionsValue(BigDecimal value) {
        return exact("Value of all positions", value, base, Operation.SUM, () -> each("market_value"));
    }

    private Explanation costBasis(BigDecimal value) {
        return exact("Cost of all positions", value, base, Operation.SUM, () -> each("cost_basis"));
    }

    private List<Explanation> each(String field) {
        return valued.positions().stream()
                .map(row -> field(row, field).orElseThrow())
                .toList();
    }

    private Explanation totalValue(BigDecimal value) {
        return exact(
                "Total value on " + snapshot.asOf(),
                value,
                base,
                Operation.SUM,
                () -> List.of(
                        positionsValue(valued.positionsValue().asOptional().orElseThrow()),
                        cashValue(valued.cash().value().asOptional().orElseThrow())));
    }

    private Explanation cashValue(BigDecimal value) {
        return exact(
                "Value of all cash",
                value,
                base,
                Operation.SUM,
                () -> valued.cash().byCurrency().keySet().stream()
                        .map(currency -> balanceValue(currency).orElseThrow())
                        .toList());
    }

    private Optional<Explanation> cash(ResultPath path) {
        if (path.size() == 2 && path.name(1).equals("value")) {
            return known(valued.cash().value(), this::cashValue);
        }
        if (path.size() == 2 && path.name(1).equals("weight")) {
            return known(
                    valued.cash().weight(),
                    weight -> weight(
                            "Weight of cash",
                            weight,
                            () -> cashValue(valued.cash().value().asOptional().orElseThrow())));
        }
        if (path.size() != 4 || !path.name(1).equals("by_currency")) {
            return Optional.empty();
        }
        String currency = path.name(2);
        if (!valued.cash().byCurrency().containsKey(currency)) {
            return Optional.empty();
        }
        return switch (path.name(3)) {
            case "amount" -> Optional.of(source.balance(CurrencyCode.of(currency), snapshot.asOf()));
            case "fx_rate" -> known(balance(currency).fxRate(), rate -> rate(currency));
            case "value" -> balanceValue(currency);
            default -> Optional.empty();
        };
    }

    private CashBalance balance(String currency) {
        return java.util.Objects.requireNonNull(valued.cash().byCurrency().get(currency));
    }

    private Explanation rate(String currency) {
        return source.rate(CurrencyCode.of(currency), snapshot.asOf());
    }

    private Optional<Explanation> balanceValue(String currency) {
        return known(
                balance(currency).value(),
                value -> exact(
                        "Value of cash in " + currency,
                        value,
                        base,
                        Operation.PRODUCT,
                        () -> List.of(source.balance(CurrencyCode.of(currency), snapshot.asOf()), rate(currency))));
    }

    private Explanation weight(String label, BigDecimal weight, Supplier<Explanation> value) {
        return exact(
                        label,
                        value.get().value().divide(total(), PortfolioSnapshot.PRECISION),
                        "fraction",
                        Operation.RATIO,
                        () -> List.of(value.get(), totalValue(total())))
                .rounded(weight, WEIGHT_STEP, "12 decimals, so that all weights sum to 1");
    }

    private BigDecimal total() {
        return valued.totalValue().asOptional().orElseThrow();
    }

    private Optional<Explanation> field(ValuedPosition row, String field) {
        SecurityId id = new SecurityId(row.securityId());
        String symbol = row.symbol();
        LocalDate asOf = snapshot.asOf();
        return switch (field) {
            case "quantity" -> Optional.of(source.quantity(id, asOf));
            case "price" -> known(row.price(), price -> source.price(id, asOf));
            case "fx_rate" -> known(row.fxRate(), rate -> rate(row.priceCurrency()));
            case "market_value" -> known(row.marketValue(), value -> marketValue(row, value));
            case "weight" ->
                known(
                        row.weight(),
                        weight -> weight(
                                "Weight of " + symbol,
                                weight,
                                () -> marketValue(
                                        row, row.marketValue().asOptional().orElseThrow())));
            case "cost_basis" -> known(row.costBasis(), cost -> cost(row, cost));
            case "unrealized_pnl" -> known(row.unrealizedPnl(), pnl -> profit(row, pnl));
            case "unrealized_return" ->
                known(
                        row.unrealizedReturn(),
                        value -> exact(
                                "Unrealized return of " + symbol,
                                value,
                                "fraction",
                                Operation.RATIO,
                                () -> List.of(
                                        profit(
                                                row,
                                                row.unrealizedPnl().asOptional().orElseThrow()),
                                        amountOfCost(row))));
            case "day_change" -> known(row.dayChange(), change -> dayChange(row, id, change));
            default -> Optional.empty();
        };
    }

    private Explanation marketValue(ValuedPosition row, BigDecimal value) {
        SecurityId id = new SecurityId(row.securityId());
        return exact(
                "Market value of " + row.symbol(),
                value,
                base,
                Operation.PRODUCT,
                () -> List.of(
                        source.price(id, snapshot.asOf()),
                        rate(row.priceCurrency()),
                        source.quantity(id, snapshot.asOf())));
    }

    private Explanation profit(ValuedPosition row, BigDecimal pnl) {
        return exact(
                "Unrealized profit of " + row.symbol(),
                pnl,
                base,
                Operation.DIFFERENCE,
                () -> List.of(
                        marketValue(row, row.marketValue().asOptional().orElseThrow()),
                        cost(row, row.costBasis().asOptional().orElseThrow())));
    }

    private Explanation amountOfCost(ValuedPosition row) {
        Explanation cost = cost(row, row.costBasis().asOptional().orElseThrow());
        return cost.value().signum() >= 0
                ? cost
                : exact(
                        "What was received for " + row.symbol(),
                        cost.value().negate(),
                        base,
                        Operation.DIFFERENCE,
                        () -> List.of(Explanation.parameter("0", 0), cost));
    }

    private Explanation cost(ValuedPosition row, BigDecimal cost) {
        Position position =
                java.util.Objects.requireNonNull(snapshot.holdings().positions().get(new SecurityId(row.securityId())));
        return exact("Cost of " + row.symbol(), cost, base, Operation.SUM, () -> {
                    List<Explanation> lots = new ArrayList<>();
                    for (Lot lot : position.lots()) {
                        lots.add(lot(row.symbol(), lot));
                    }
                    return lots;
                })
                .by("each open lot at the rate of the day on which it was opened, first in first out");
    }

    private Explanation lot(String symbol, Lot lot) {
        Money cost = lot.cost().orElseThrow();
        BigDecimal inBase = snapshot.inBase(cost, lot.opened()).asOptional().orElseThrow();
        return exact(
                "Lot of " + symbol + " opened on " + lot.opened(),
                inBase,
                base,
                Operation.PRODUCT,
                () -> List.of(
                        Explanation.leaf(
                                Operation.TRANSACTION,
                                "Cost of " + lot.quantity().toPlainString() + " units",
                                cost.amount(),
                                cost.currency().code(),
                                "transaction:" + lot.id().opening().value()),
                        source.rate(cost.currency(), lot.opened())));
    }

    private Explanation dayChange(ValuedPosition row, SecurityId id, BigDecimal change) {
        LocalDate asOf = snapshot.asOf();
        int last = snapshot.valuation().days().size() - 1;
        LocalDate before = last > 0 ? snapshot.valuation().days().date(last - 1) : asOf.minusDays(1);
        CurrencyCode currency = CurrencyCode.of(row.priceCurrency());
        Explanation now = unitValue("Value of a unit on " + asOf, source.price(id, asOf), source.rate(currency, asOf));
        Explanation then = unitValue(
                "Value of a unit on " + before, source.price(id, before, asOf), source.rate(currency, before));
        BigDecimal growth = now.value().divide(then.value(), PortfolioSnapshot.PRECISION);
        return exact(
                "Change of " + row.symbol() + " since " + before,
                change,
                "fraction",
                Operation.DIFFERENCE,
                () -> List.of(
                        exact("Growth of a unit", growth, "factor", Operation.RATIO, () -> List.of(now, then)),
                        Explanation.parameter("1", 1)));
    }

    private Explanation unitValue(String label, Explanation price, Explanation rate) {
        return exact(
                label,
                price.value().multiply(rate.value(), PortfolioSnapshot.PRECISION),
                base,
                Operation.PRODUCT,
                () -> List.of(price, rate));
    }

    /** Takes the numbers of a sector allocation apart, as far as its arguments go. */
    static Optional<Explanation> ofSectors(
            SectorAllocation allocation, List<ValuedPosition> positions, ResultPath path) {
        if (path.is("total_value")) {
            return known(
                    allocation.totalValue(),
                    total -> sectorSum("Value of all positions", total, positions, Optional.empty()));
        }
        if (path.size() != 2 || !path.name(0).equals("sectors")) {
            return Optional.empty();
        }
        return path.item(0, allocation.sectors()).flatMap(sector -> {
            Optional<Explanation> value = known(
                    sector.value(),
                    sum -> sectorSum("Value of " + sector.sector(), sum, positions, Optional.of(sector.sector())));
            if (path.name(1).equals("value") || value.isEmpty()) {
                return value.filter(found -> path.name(1).equals("value"));
            }
            return path.name(1).equals("weight")
                    ? known(sector.weight(), weight -> {
                        BigDecimal total = allocation.totalValue().asOptional().orElseThrow();
                        return exact(
                                        "Weight of " + sector.sector(),
                                        value.get().value().divide(total, PortfolioSnapshot.PRECISION),
                                        "fraction",
                                        Operation.RATIO,
                                        () -> List.of(
                                                value.get(),
                                                sectorSum(
                                                        "Value of all positions", total, positions, Optional.empty())))
                                .rounded(weight, WEIGHT_STEP, "12 decimals, so that all weights sum to 1");
                    })
                    : Optional.empty();
        });
    }

    private static Explanation sectorSum(
            String label, BigDecimal value, List<ValuedPosition> positions, Optional<String> sector) {
        return exact(label, value, "base currency", Operation.SUM, () -> {
            List<Explanation> parts = new ArrayList<>();
            for (int i = 0; i < positions.size(); i++) {
                ValuedPosition position = positions.get(i);
                if (sector.isEmpty() || sector.get().equals(position.sector().orElse("Unclassified"))) {
                    parts.add(Explanation.leaf(
                            Operation.ARGUMENT,
                            "Market value of " + position.symbol(),
                            position.marketValue().asOptional().orElseThrow(),
                            "base currency",
                            "argument:valued_positions[" + i + "].market_value"));
                }
            }
            return parts;
        });
    }
}
