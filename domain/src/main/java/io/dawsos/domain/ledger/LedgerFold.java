package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folds the entries of a ledger into lots, positions and cash, by date and then by place in the ledger.
 *
 * <p>A sale of more units than are held opens a short position and is a finding; nothing is cut to zero.
 */
public final class LedgerFold {

    private static final Comparator<LedgerEntry> ORDER = Comparator.comparing(
                    (LedgerEntry entry) -> entry.transaction().date())
            .thenComparing(LedgerEntry::sequence);

    private final LotMatching matching;
    private final Map<SecurityId, OpenLots> open = new TreeMap<>();
    private final Map<CurrencyCode, BigDecimal> cash = new TreeMap<>();
    private final List<Disposal> disposals = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private LedgerFold(LotMatching matching) {
        this.matching = matching;
    }

    /** Sorts entries into the order in which they count. */
    public static List<LedgerEntry> inOrder(List<LedgerEntry> entries) {
        return entries.stream().sorted(ORDER).toList();
    }

    /** Folds the entries up to and with a date. */
    public static Holdings at(List<LedgerEntry> entries, LocalDate asOf, LotMatching matching) {
        LedgerFold fold = new LedgerFold(matching);
        for (LedgerEntry entry : inOrder(entries)) {
            if (entry.transaction().date().isAfter(asOf)) {
                break;
            }
            fold.add(entry);
        }
        return fold.holdings();
    }

    private void add(LedgerEntry entry) {
        Transaction transaction = entry.transaction();
        transaction.cashEffect().ifPresent(money -> cash.merge(money.currency(), money.amount(), BigDecimal::add));
        if (transaction instanceof Transaction.Buy buy) {
            trade(entry, buy.security(), 1, buy.quantity(), buy.amount());
        } else if (transaction instanceof Transaction.Sell sell) {
            trade(entry, sell.security(), -1, sell.quantity(), sell.amount());
        } else if (transaction instanceof Transaction.TransferIn in) {
            lots(in.security()).open(entry.id(), in.date(), in.quantity(), in.cost());
        } else if (transaction instanceof Transaction.TransferOut out) {
            transferOut(entry, out);
        } else if (transaction instanceof Transaction.Split split) {
            lots(split.security()).split(split.newUnits(), split.oldUnits());
        }
    }

    private void trade(LedgerEntry entry, SecurityId security, int direction, BigDecimal quantity, Money amount) {
        OpenLots lots = lots(security);
        BigDecimal closed = quantity.min(lots.closable(direction));
        BigDecimal opened = quantity.subtract(closed);
        Money closedAmount =
                Money.of(amount.amount().multiply(closed).divide(quantity, Lot.PRECISION), amount.currency());
        if (closed.signum() > 0) {
            close(entry, security, direction, closed, opened.signum() == 0 ? amount : closedAmount, lots.take(closed));
        }
        if (opened.signum() > 0) {
            Money rest = closed.signum() == 0 ? amount : amount.plus(closedAmount.negated());
            if (direction < 0) {
                findings.add("on " + entry.transaction().date() + " " + opened.toPlainString()
                        + " units more than were held of " + security.value() + " were sold; the position is short");
            }
            lots.open(
                    entry.id(),
                    entry.transaction().date(),
                    direction < 0 ? opened.negate() : opened,
                    Optional.of(direction < 0 ? rest.negated() : rest));
        }
    }

    private void close(
            LedgerEntry entry, SecurityId security, int direction, BigDecimal units, Money amount, List<Lot> taken) {
        Optional<Money> carried = totalCost(taken);
        boolean longClosed = direction < 0;
        // A short lot carries minus its proceeds as cost: turned round, they are the proceeds of the closed short.
        Money proceeds = longClosed ? amount : carried.map(Money::negated).orElse(Money.zero(amount.currency()));
        Optional<Money> cost = longClosed ? carried : Optional.of(amount);
        disposals.add(new Disposal(entry.id(), security, entry.transaction().date(), units, proceeds, cost, taken));
    }

    private static Optional<Money> totalCost(List<Lot> lots) {
        Optional<Money> total = lots.get(0).cost();
        for (Lot lot : lots.subList(1, lots.size())) {
            total = total.flatMap(sum -> lot.cost()
                    .filter(money -> money.currency().equals(sum.currency()))
                    .map(sum::plus));
        }
        return total;
    }

    private void transferOut(LedgerEntry entry, Transaction.TransferOut out) {
        OpenLots lots = lots(out.security());
        BigDecimal held = lots.closable(-1);
        lots.take(out.quantity().min(held));
        BigDecimal missing = out.quantity().subtract(held);
        if (missing.signum() > 0) {
            findings.add("on " + out.date() + " " + missing.toPlainString() + " units more than were held of "
                    + out.security().value() + " were transferred out; the position is short");
            lots.open(entry.id(), out.date(), missing.negate(), Optional.empty());
        }
    }

    private OpenLots lots(SecurityId security) {
        return open.computeIfAbsent(security, id -> new OpenLots(matching));
    }

    private Holdings holdings() {
        Map<SecurityId, Position> positions = new TreeMap<>();
        open.forEach((security, lots) -> {
            if (!lots.lots().isEmpty()) {
                positions.put(security, new Position(security, lots.lots()));
            }
        });
        return new Holdings(positions, cash, disposals, findings);
    }
}
