package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The identification of sales with purchases of the same day and of the 30 days after, as the law of the United Kingdom has it.
 * All purchases of one security on one day count as one. What is left of a day's purchases goes to the pool.
 */
final class Section104 {

    private static final int DAYS_AFTER = 30;

    private final Map<TransactionId, Day> purchases = new HashMap<>();
    private final Map<TransactionId, List<Part>> sales = new HashMap<>();

    private Section104() {}

    /** The purchases of one security on one day, as far as no sale was identified with them. */
    static final class Day {
        private final LocalDate date;
        private final TransactionId first;
        private Units units = Units.NONE;
        private Optional<Money> cost = Optional.empty();
        private boolean pooled;

        private Day(LocalDate date, TransactionId first) {
            this.date = date;
            this.first = first;
        }

        private void add(Units bought, Optional<Money> paid) {
            cost = units.signum() == 0 ? paid : Sums.ofOneCurrency(List.of(cost, paid));
            units = units.plus(bought);
        }

        private Optional<Money> take(Units used) {
            Optional<Money> share = Shares.of(cost, used, units);
            cost = Shares.rest(cost, share);
            units = units.minus(used);
            return share;
        }

        /** Says once that its rest is to go to the pool; false if there is none or it went there. */
        boolean pool() {
            boolean now = !pooled && units.signum() > 0;
            pooled = true;
            return now;
        }

        Units units() {
            return units;
        }

        Optional<Money> cost() {
            return cost;
        }
    }

    /** Units of a sale that were identified with purchases of one day, as units are on the day of the sale. */
    record Part(LotId lot, LocalDate acquired, Units units, Optional<Money> cost) {}

    /** What happened to one security. */
    private static final class History {
        private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
        private final List<Sale> sales = new ArrayList<>();
        private final List<Transaction.Split> splits = new ArrayList<>();
    }

    private static final class Sale {
        private final TransactionId id;
        private final LocalDate date;
        private Units left;

        Sale(TransactionId id, LocalDate date, Units left) {
            this.id = id;
            this.date = date;
            this.left = left;
        }
    }

    /**
     * Identifies all sales of a ledger.
     *
     * @param entries in the order in which they count, up to the date that is looked at
     */
    static Section104 of(List<LedgerEntry> entries, CostCurrency currency) {
        Section104 plan = new Section104();
        Map<SecurityId, History> histories = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (entry.transaction() instanceof Transaction.OfSecurity of) {
                plan.note(histories.computeIfAbsent(of.security(), id -> new History()), entry, currency);
            }
        }
        histories.values().forEach(plan::identify);
        return plan;
    }

    private void note(History history, LedgerEntry entry, CostCurrency currency) {
        Transaction transaction = entry.transaction();
        if (transaction instanceof Transaction.Buy buy) {
            bought(
                    history,
                    entry,
                    Units.of(buy.quantity()),
                    currency.of(buy.amount(), buy.date(), buy.terms().rate()));
        } else if (transaction instanceof IncomeInUnits paid) {
            bought(
                    history,
                    entry,
                    Units.of(paid.quantity()),
                    paid.amount()
                            .flatMap(amount -> currency.of(
                                    amount, paid.date(), paid.terms().rate())));
        } else if (transaction instanceof Transaction.Sell sell) {
            history.sales.add(new Sale(entry.id(), sell.date(), Units.of(sell.quantity())));
        } else if (transaction instanceof Transaction.Split split) {
            history.splits.add(split);
        }
    }

    private void bought(History history, LedgerEntry entry, Units units, Optional<Money> cost) {
        Day day = history.days.computeIfAbsent(entry.transaction().date(), date -> new Day(date, entry.id()));
        day.add(units, cost);
        purchases.put(entry.id(), day);
    }

    private void identify(History history) {
        for (Sale sale : history.sales) {
            Day day = history.days.get(sale.date);
            if (day != null) {
                identify(sale, day, history);
            }
        }
        for (Sale sale : history.sales) {
            for (Day day : history.days
                    .subMap(sale.date, false, sale.date.plusDays(DAYS_AFTER), true)
                    .values()) {
                identify(sale, day, history);
            }
        }
    }

    private void identify(Sale sale, Day day, History history) {
        Units onDay = sale.left;
        for (Transaction.Split split : history.splits) {
            if (split.date().isAfter(sale.date) && !split.date().isAfter(day.date)) {
                onDay = onDay.times(split.newUnits(), split.oldUnits());
            }
        }
        boolean whole = onDay.compareTo(day.units) <= 0;
        Units used = whole ? onDay : day.units;
        if (used.signum() <= 0) {
            return;
        }
        Units ofSale = whole ? sale.left : used.times(sale.left, onDay);
        sales.computeIfAbsent(sale.id, id -> new ArrayList<>())
                .add(new Part(new LotId(day.first, 0), day.date, ofSale, day.take(used)));
        sale.left = sale.left.minus(ofSale);
    }

    /** The purchases of the day of an entry, if it is a purchase. */
    Optional<Day> dayOf(TransactionId purchase) {
        return Optional.ofNullable(purchases.get(purchase));
    }

    /** The parts of a sale that were identified with purchases of the same day or of the 30 days after. */
    List<Part> partsOf(TransactionId sale) {
        return sales.getOrDefault(sale, List.of());
    }
}
