package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.LedgerFinding.Kind;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

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

    private static final Comparator<LedgerEntry> ORDER = Comparator.comparing(
                    (LedgerEntry entry) -> entry.transaction().date())
            .thenComparing(entry -> !(entry.transaction() instanceof Transaction.Split))
            .thenComparingLong(LedgerEntry::sequence);

    private final LotMatching matching;
    private final BigDecimal dust;
    private final Map<SecurityId, LotQueue> queues = new TreeMap<>();
    private final Map<CurrencyCode, BigDecimal> cash = new TreeMap<>();
    private final List<Disposal> disposals = new ArrayList<>();
    private final List<Income> income = new ArrayList<>();
    private final List<LedgerFinding> findings = new ArrayList<>();

    private LedgerFold(LotMatching matching, BigDecimal dust) {
        this.matching = matching;
        this.dust = dust;
    }

    /**
     * Sorts entries into the order in which they count: by date; on one date splits first, since they take effect at its start;
     * then by sequence.
     */
    public static List<LedgerEntry> inOrder(List<LedgerEntry> entries) {
        return entries.stream().sorted(ORDER).toList();
    }

    /** Folds the entries up to the end of a date; entries may be given in any order. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotMatching matching) {
        return at(entries, asOf, matching, DUST);
    }

    /** Folds the entries up to the end of a date, with another bound for a rest that is closed. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotMatching matching, BigDecimal dust) {
        LedgerFold fold = new LedgerFold(matching, dust);
        for (LedgerEntry entry : inOrder(entries)) {
            if (entry.transaction().date().isAfter(asOf)) {
                break;
            }
            fold.apply(entry);
        }
        return fold.holdings();
    }

    private void apply(LedgerEntry entry) {
        Transaction transaction = entry.transaction();
        transaction.cashEffect().ifPresent(effect -> cash.merge(effect.currency(), effect.amount(), BigDecimal::add));
        if (transaction instanceof Transaction.Buy buy) {
            move(entry, buy.security(), buy.quantity(), Optional.of(buy.amount()));
        } else if (transaction instanceof Transaction.TransferIn in) {
            if (in.cost().isEmpty()) {
                find(Kind.COST_UNKNOWN, entry, in.security(), in.quantity());
            }
            move(entry, in.security(), in.quantity(), in.cost());
        } else if (transaction instanceof Transaction.Sell sell) {
            move(
                    entry,
                    sell.security(),
                    sell.quantity().negate(),
                    Optional.of(sell.amount().negated()));
        } else if (transaction instanceof Transaction.TransferOut out) {
            move(entry, out.security(), out.quantity().negate(), Optional.empty());
        } else if (transaction instanceof Transaction.Split split) {
            if (!queue(split.security()).split(split.newUnits(), split.oldUnits())) {
                find(Kind.SPLIT_WITHOUT_POSITION, entry, split.security(), BigDecimal.ZERO);
            }
        } else if (transaction instanceof Transaction.Dividend paid) {
            income.add(new Income(entry.id(), paid.date(), Optional.of(paid.security()), paid.amount(), paid.tax()));
        } else if (transaction instanceof Transaction.Interest paid) {
            income.add(new Income(entry.id(), paid.date(), Optional.empty(), paid.amount(), BigDecimal.ZERO));
        }
    }

    /**
     * Moves units in or out: they close open lots of the other sign first, the rest opens a lot.
     *
     * @param quantity units that come in; negative if they go out
     * @param cost what they cost; the negative of the proceeds if they go out
     */
    private void move(LedgerEntry entry, SecurityId security, BigDecimal quantity, Optional<Money> cost) {
        LotQueue queue = queue(security);
        Units moved = Units.of(quantity.abs());
        Units rest = moved;
        Optional<Money> restCost = cost;
        if (queue.closes(quantity.signum())) {
            LotQueue.Closing closing = queue.close(moved, cost.map(Money::negated));
            Disposal disposal = disposal(entry, security, moved.minus(closing.rest()), closing);
            disposals.add(disposal);
            if (closing.dust().signum() > 0) {
                find(Kind.REST_CLOSED, entry, security, closing.dust());
            }
            rest = closing.rest();
            restCost = Shares.rest(cost, disposal.proceeds().map(Money::negated));
        }
        if (rest.signum() > 0) {
            if (quantity.signum() < 0) {
                find(Kind.OVERSOLD, entry, security, rest.rounded());
                rest = rest.negated();
            }
            queue.open(new LotId(entry.id(), 0), entry.transaction().date(), rest, restCost);
        }
    }

    private static Disposal disposal(LedgerEntry entry, SecurityId security, Units closed, LotQueue.Closing closing) {
        return new Disposal(
                entry.id(),
                entry.transaction().date(),
                security,
                closed.rounded(),
                Sums.ofOneCurrency(closing.matched().stream()
                        .map(Disposal.MatchedLot::proceeds)
                        .toList()),
                closing.matched());
    }

    private LotQueue queue(SecurityId security) {
        return Objects.requireNonNull(queues.computeIfAbsent(security, id -> new LotQueue(id, matching, dust)));
    }

    private void find(Kind kind, LedgerEntry entry, SecurityId security, BigDecimal quantity) {
        findings.add(new LedgerFinding(kind, entry.id(), entry.transaction().date(), security, quantity));
    }

    private Holdings holdings() {
        Map<SecurityId, Position> positions = new TreeMap<>();
        queues.forEach((security, queue) -> {
            if (!queue.isEmpty()) {
                positions.put(security, Position.of(security, queue.lots()));
            }
        });
        return new Holdings(positions, cash, disposals, income, findings);
    }
}
