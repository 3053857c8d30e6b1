package io.dawsos.domain.performance;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recording;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PriceTimeline;
import io.dawsos.domain.pricing.PriceTimeline.PriceOnDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the values of a valuation apart, down to the transactions, prices and rates of one ledger and pack. */
public final class ValuationExplanation {

    private static final String UNITS = "units";

    private final List<LedgerEntry> entries;
    private final MarketSlice slice;
    private final CurrencyCode base;
    private final CurrencyConversion conversion;
    private final Map<SecurityId, PriceTimeline> timelines;

    /** @param entries in the order in which they count */
    ValuationExplanation(
            List<LedgerEntry> entries,
            MarketSlice slice,
            CurrencyCode base,
            CurrencyConversion conversion,
            Map<SecurityId, PriceTimeline> timelines) {
        this.entries = entries;
        this.slice = slice;
        this.base = base;
        this.conversion = conversion;
        this.timelines = timelines;
    }

    /** The symbol of a security, or its identity where nobody described it. */
    public String symbol(SecurityId id) {
        return slice.security(id).map(Security::symbol).orElse(id.value().toString());
    }

    /** The value of one sleeve in its own currency at the end of a day. */
    public Explanation localValue(Sleeve sleeve, int day, LocalDate date) {
        if (sleeve.value(day) == 0) {
            return Explanation.parameter("Nothing is held on " + date, 0);
        }
        return sleeve.security()
                .map(id -> Explanation.computed(
                        "Value of " + symbol(id) + " on " + date,
                        sleeve.value(day),
                        sleeve.currency().code(),
                        Operation.PRODUCT,
                        () -> List.of(quantity(id, date), price(id, date))))
                .orElseGet(() -> balance(sleeve.currency(), date));
    }

    /** What transactions moved into or out of a sleeve during a day, in base currency. */
    public Explanation moved(Sleeve sleeve, ValuationDays days, int day, double value, String direction) {
        String name = sleeve.security().map(this::symbol).orElse("cash in " + sleeve.currency());
        String sources = entries.stream()
                .filter(entry -> days.indexOnOrAfter(entry.transaction().date()) == day && touches(entry, sleeve))
                .map(entry -> entry.id().value().toString())
                .collect(Collectors.joining(","));
        return Explanation.leaf(
                Operation.TRANSACTION,
                "Moved " + direction + " " + name + " on " + days.date(day),
                BigDecimal.valueOf(value),
                base.code(),
                "transactions:" + sources);
    }

    private static boolean touches(LedgerEntry entry, Sleeve sleeve) {
        return sleeve.security()
                .map(id -> entry.transaction().securities().contains(id))
                .orElseGet(() -> effects(entry.transaction()).stream()
                        .anyMatch(effect -> effect.currency().equals(sleeve.currency())));
    }

    /** The value of one sleeve at the end of a day. */
    public Explanation sleeve(Sleeve sleeve, int day, LocalDate date) {
        String name = sleeve.security().map(this::symbol).orElse("cash in " + sleeve.currency());
        return Explanation.computed(
                "Value of " + name + " on " + date, sleeve.baseValue(day), base.code(), Operation.PRODUCT, () -> {
                    Explanation rate = rate(sleeve.currency(), date);
                    return sleeve.security()
                            .map(id -> List.of(quantity(id, date), price(id, date), rate))
                            .orElseGet(() -> List.of(balance(sleeve.currency(), date), rate));
                });
    }

    /** How many units were held at the end of a date: the sum of what each transaction changed. */
    public Explanation quantity(SecurityId id, LocalDate date) {
        BigDecimal held = units(id, entries.size(), date);
        return Explanation.exact("Quantity of " + symbol(id) + " on " + date, held, UNITS, Operation.SUM, () -> {
            List<Explanation> changes = new ArrayList<>();
            BigDecimal before = BigDecimal.ZERO;
            for (int i = 0; i < entries.size(); i++) {
                Transaction transaction = entries.get(i).transaction();
                if (!transaction.securities().contains(id) || transaction.date().isAfter(date)) {
                    continue;
                }
                BigDecimal after = units(id, i + 1, date);
                if (after.compareTo(before) != 0) {
                    changes.add(transaction(entries.get(i), after.subtract(before), UNITS));
                }
                before = after;
            }
            return changes;
        });
    }

    private BigDecimal units(SecurityId id, int count, LocalDate date) {
        Position position = LedgerFold.at(entries.subList(0, count), date, LotMatching.FIFO)
                .positions()
                .get(id);
        return position == null ? BigDecimal.ZERO : position.quantity();
    }

    private static Explanation transaction(LedgerEntry entry, BigDecimal change, String unit) {
        TransactionFields fields = TransactionFields.of(entry.transaction());
        return Explanation.leaf(
                Operation.TRANSACTION,
                fields.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " on " + fields.date(),
                change,
                unit,
                "transaction:" + entry.id().value());
    }

    /** The cash of a currency at the end of a date: the sum of what each transaction booked. */
    public Explanation balance(CurrencyCode currency, LocalDate date) {
        List<Explanation> bookings = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            if (entry.transaction().date().isAfter(date)) {
                continue;
            }
            for (Money effect : effects(entry.transaction())) {
                if (effect.currency().equals(currency)) {
                    bookings.add(transaction(entry, effect.amount(), currency.code()));
                    sum = sum.add(effect.amount());
                }
            }
        }
        return Explanation.exact(
                "Cash in " + currency + " on " + date,
                sum,
                currency.code(),
                Operation.SUM,
                () -> List.copyOf(bookings));
    }

    private static List<Money> effects(Transaction transaction) {
        return Stream.of(transaction.cashEffect(), transaction.counterEffect())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The price that counts on a date. */
    public Explanation price(SecurityId id, LocalDate date) {
        return price(id, date, date);
    }

    /** The price that counted on a date, for the units of another. */
    public Explanation price(SecurityId id, LocalDate date, LocalDate units) {
        PriceOnDate price = java.util.Objects.requireNonNull(timelines.get(id))
                .on(date, units)
                .orElseThrow(() -> new IllegalStateException("a value without a price"));
        return Explanation.leaf(
                Operation.PRICE,
                "Price of " + symbol(id) + ", " + (price.fromTrade() ? "traded" : "observed") + " on "
                        + price.observed(),
                price.price(),
                slice.security(id).map(security -> security.currency().code()).orElse("") + " per unit",
                price.fromTrade() ? "ledger" : "pack:" + slice.pack().id().value());
    }

    /** The exchange rate into base currency that counts on a date. */
    public Explanation rate(CurrencyCode from, LocalDate date) {
        Recording recording = new Recording();
        conversion.rate(from, base, date, recording);
        return recording
                .explanation()
                .orElseThrow(() -> new IllegalStateException("a value without a rate of " + from));
    }

    /** What crossed the portfolio's border during a day, in one direction. */
    Explanation flow(ValuationDays days, int day, double value, boolean in) {
        String label = (in ? "Brought in on " : "Taken out on ") + days.date(day);
        return Explanation.computed(label, value, base.code(), Operation.SUM, () -> {
            List<Explanation> parts = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                if (days.indexOnOrAfter(entry.transaction().date()) == day) {
                    crossing(entry, days.date(day), in).ifPresent(parts::add);
                }
            }
            return parts;
        });
    }

    private Optional<Explanation> crossing(LedgerEntry entry, LocalDate date, boolean in) {
        Transaction transaction = entry.transaction();
        if (transaction instanceof Transaction.Deposit || transaction instanceof Transaction.Withdrawal) {
            Money effect = transaction.cashEffect().orElseThrow();
            return effect.amount().signum() > 0 == in
                    ? Optional.of(crossing(
                            transaction(
                                    entry,
                                    effect.amount().abs(),
                                    effect.currency().code()),
                            List.of(rate(effect.currency(), date))))
                    : Optional.empty();
        }
        if (in && transaction instanceof Transaction.TransferIn brought) {
            return Optional.of(units(entry, brought.security(), brought.quantity(), date));
        }
        if (!in && transaction instanceof Transaction.TransferOut taken) {
            return Optional.of(units(entry, taken.security(), taken.quantity(), date));
        }
        return Optional.empty();
    }

    private Explanation units(LedgerEntry entry, SecurityId id, BigDecimal quantity, LocalDate date) {
        CurrencyCode currency = slice.security(id).map(Security::currency).orElse(base);
        return crossing(transaction(entry, quantity, UNITS), List.of(price(id, date), rate(currency, date)));
    }

    private Explanation crossing(Explanation first, List<Explanation> factors) {
        List<Explanation> parts = new ArrayList<>(List.of(first));
        parts.addAll(factors);
        double value = 1;
        for (Explanation part : parts) {
            value *= part.value().doubleValue();
        }
        return Explanation.computed(first.label(), value, base.code(), Operation.PRODUCT, () -> parts);
    }
}
