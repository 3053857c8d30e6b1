package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.LedgerFinding.Kind;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The fold of a ledger into what is held: positions, lots, cash, realized gains and income.
 *
 * <p>Cash is the sum of the stated amounts. The cost of a lot is the stated amount of its purchase, fees and taxes included; the
 * proceeds of a sale are its stated amount, after them. A split changes quantities only. More sold than held opens a short lot
 * and is a finding, never cut off.
 */
public final class LedgerFold {

    /** Units below which a rest is taken for a rounding of the source and closed with the units before it. */
    public static final BigDecimal DUST = new BigDecimal("1E-12");

    private final LotMoves lots;
    private final CostCurrency currency;
    private final Map<CurrencyCode, BigDecimal> cash = new HashMap<>();
    private final List<Income> income = new ArrayList<>();

    private LedgerFold(LotMoves lots, CostCurrency currency) {
        this.lots = lots;
        this.currency = currency;
    }

    /**
     * Gives the entries that count, in the order in which they count: without those that were taken back and their reversals; by
     * date; on one date splits and spin-offs first, since they take effect at its start; then by sequence.
     */
    public static List<LedgerEntry> inOrder(List<LedgerEntry> entries) {
        return EffectiveEntries.of(entries);
    }

    /** Folds the entries up to the end of a date; entries may be given in any order. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotMatching matching) {
        return at(entries, asOf, LotRules.of(matching));
    }

    /** Folds the entries up to the end of a date, with another bound for a rest that is closed. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotMatching matching, BigDecimal dust) {
        return at(entries, asOf, new LotRules(matching, dust, CostCurrency.AS_PAID));
    }

    /** Folds the entries up to the end of a date, by given rules. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotRules rules) {
        List<Disposal> disposals = new ArrayList<>();
        LedgerFold fold = run(entries, asOf, rules, disposals::add);
        return new Holdings(fold.lots.positions(), fold.cash, disposals, fold.income, fold.lots.findings());
    }

    /** Folds the entries into open positions alone; it keeps nothing of what was closed, so it takes less memory. */
    public static Map<SecurityId, Position> positions(List<LedgerEntry> entries, LocalDate asOf, LotRules rules) {
        return run(entries, asOf, rules, disposal -> {}).lots.positions();
    }

    private static LedgerFold run(
            List<LedgerEntry> entries, LocalDate asOf, LotRules rules, Consumer<Disposal> disposals) {
        List<LedgerEntry> counting = until(inOrder(entries), asOf);
        Optional<Section104> identified = rules.matching() == LotMatching.SECTION_104
                ? Optional.of(Section104.of(counting, rules.currency()))
                : Optional.empty();
        LedgerFold fold = new LedgerFold(new LotMoves(rules, identified, disposals), rules.currency());
        counting.forEach(fold::apply);
        return fold;
    }

    private static List<LedgerEntry> until(List<LedgerEntry> inOrder, LocalDate asOf) {
        int end = inOrder.size();
        while (end > 0 && inOrder.get(end - 1).transaction().date().isAfter(asOf)) {
            end--;
        }
        return inOrder.subList(0, end);
    }

    private void apply(LedgerEntry entry) {
        Transaction transaction = entry.transaction();
        transaction.cashEffect().ifPresent(this::book);
        transaction.counterEffect().ifPresent(this::book);
        if (transaction instanceof Transaction.Buy buy) {
            lots.buy(entry, buy.security(), buy.quantity(), cost(buy.amount(), buy.date(), buy.terms()));
        } else if (transaction instanceof Transaction.Sell sell) {
            lots.sell(entry, sell, cost(sell.amount(), sell.date(), sell.terms()));
        } else if (transaction instanceof Transaction.TransferIn in) {
            transferIn(entry, in);
        } else if (transaction instanceof Transaction.TransferOut out) {
            lots.takeOut(entry, out);
        } else if (transaction instanceof Transaction.Split split) {
            lots.split(entry, split);
        } else if (transaction instanceof CorporateAction action) {
            lots.act(entry, action);
        } else if (transaction instanceof Transaction.Dividend paid) {
            income.add(Income.of(
                    entry,
                    Optional.of(paid.security()),
                    paid.amount(),
                    paid.tax(),
                    paid.fee(),
                    paid.terms().gross()));
        } else if (transaction instanceof Transaction.Interest paid) {
            income.add(
                    Income.of(entry, Optional.empty(), paid.amount(), paid.tax(), BigDecimal.ZERO, Optional.empty()));
        } else if (transaction instanceof IncomeInUnits paid) {
            receive(entry, paid);
        }
    }

    private void book(Money effect) {
        cash.merge(effect.currency(), effect.amount(), BigDecimal::add);
    }

    private void transferIn(LedgerEntry entry, Transaction.TransferIn in) {
        LocalDate acquired = in.acquired().orElse(in.date());
        Optional<Money> cost = in.cost().flatMap(paid -> currency.of(paid, acquired, Optional.empty()));
        if (in.cost().isEmpty()) {
            lots.find(Kind.COST_UNKNOWN, entry, in.security(), in.quantity());
        }
        lots.bringIn(entry, in.security(), acquired, in.quantity(), cost);
    }

    private void receive(LedgerEntry entry, IncomeInUnits paid) {
        paid.amount()
                .ifPresent(amount -> income.add(Income.of(
                        entry,
                        Optional.of(paid.security()),
                        amount,
                        paid.tax(),
                        paid.fee(),
                        paid.terms().gross())));
        if (paid.amount().isEmpty()) {
            lots.find(Kind.COST_UNKNOWN, entry, paid.security(), paid.quantity());
        }
        lots.buy(
                entry,
                paid.security(),
                paid.quantity(),
                paid.amount().flatMap(amount -> cost(amount, paid.date(), paid.terms())));
    }

    private Optional<Money> cost(Money amount, LocalDate date, TradeTerms terms) {
        return currency.of(amount, date, terms.rate());
    }
}
