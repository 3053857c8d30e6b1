package io.dawsos.application.corporateaction;

import io.dawsos.application.corporateaction.ForwardIncome.IncomeRow;
import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.ValuedPosition;
import io.dawsos.application.portfolio.ValuedPositions;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvent.Dividend;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Takes the dividends of the 12 months to the pack's date for those of the year ahead. */
final class IncomeProjection {

    private final PortfolioSnapshot snapshot;
    private final List<Dividend> dividends;
    private final Map<String, Figure<BigDecimal>> byMonth = new TreeMap<>();

    /** @param events of the 12 months to the pack's date */
    IncomeProjection(PortfolioSnapshot snapshot, List<ListedEvent> events) {
        this.snapshot = snapshot;
        this.dividends = events.stream()
                .map(ListedEvent::event)
                .filter(Dividend.class::isInstance)
                .map(Dividend.class::cast)
                .toList();
    }

    ForwardIncome of(ValuedPositions valued) {
        List<IncomeRow> rows = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (ValuedPosition position : valued.positions()) {
            List<Dividend> own = of(position.securityId());
            if (own.isEmpty()) {
                without.add(position.symbol());
            } else {
                rows.add(row(position, own));
            }
        }
        Figure<BigDecimal> income =
                Figures.sum(rows.stream().map(IncomeRow::income).toList());
        return new ForwardIncome(
                valued.portfolioId(),
                valued.asOf(),
                valued.baseCurrency(),
                rows,
                without,
                income,
                ratio(income, valued.totalValue(), "the portfolio is worth nothing"),
                byMonth);
    }

    private List<Dividend> of(UUID security) {
        return dividends.stream()
                .filter(dividend -> dividend.security().value().equals(security))
                .toList();
    }

    private IncomeRow row(ValuedPosition position, List<Dividend> own) {
        BigDecimal perUnit = BigDecimal.ZERO;
        Figure<BigDecimal> income = Figure.known(BigDecimal.ZERO);
        Figure<BigDecimal> perUnitInBase = Figure.known(BigDecimal.ZERO);
        String currency = own.get(own.size() - 1).currency().code();
        for (Dividend dividend : own) {
            BigDecimal amount = inUnitsOfNow(dividend);
            Figure<BigDecimal> inBase = inBase(amount, dividend.currency());
            Figure<BigDecimal> paid = inBase.map(value -> value.multiply(position.quantity()));
            perUnit = perUnit.add(amount);
            perUnitInBase = Figures.combine(perUnitInBase, inBase, BigDecimal::add);
            income = Figures.combine(income, paid, BigDecimal::add);
            byMonth.merge(
                    YearMonth.from(dividend.paid().orElse(dividend.date()))
                            .plusYears(1)
                            .toString(),
                    paid,
                    (one, other) -> Figures.combine(one, other, BigDecimal::add));
        }
        return new IncomeRow(
                position.securityId(),
                position.symbol(),
                position.quantity(),
                perUnit,
                currency,
                own.size(),
                income,
                ratio(
                        perUnitInBase,
                        Figures.combine(position.price(), position.fxRate(), BigDecimal::multiply),
                        "its price is 0"),
                ratio(income, position.costBasis(), "the units cost nothing"));
    }

    /** A dividend from before a split was paid on units that have split since. */
    private BigDecimal inUnitsOfNow(Dividend dividend) {
        BigDecimal amount = dividend.amount();
        for (LedgerEntry entry : snapshot.entries()) {
            if (entry.transaction() instanceof Transaction.Split split
                    && isLater(split, dividend.security(), dividend)) {
                amount = Lot.ratio(amount, split.oldUnits(), split.newUnits());
            }
        }
        return amount;
    }

    private boolean isLater(Transaction.Split split, SecurityId security, CorporateEvent event) {
        return split.security().equals(security)
                && split.date().isAfter(event.date())
                && !split.date().isAfter(snapshot.asOf());
    }

    private Figure<BigDecimal> inBase(BigDecimal amount, CurrencyCode currency) {
        return snapshot.inBase(Money.of(amount, currency), snapshot.asOf());
    }

    private static Figure<BigDecimal> ratio(Figure<BigDecimal> of, Figure<BigDecimal> to, String whyNot) {
        if (to.asOptional().filter(value -> value.signum() == 0).isPresent()) {
            return Figure.missing(new Unavailable(
                    "yield_of_nothing", whyNot + ", so there is no yield on it", "read the income instead"));
        }
        return Figures.combine(of, to, (part, whole) -> part.divide(whole, PortfolioSnapshot.PRECISION));
    }
}
