package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PriceTimeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values a ledger day by day. Work grows with days times securities over arrays; nothing is allocated for a single day.
 *
 * <p>External flows are deposits, withdrawals, and transfers of units at their market value, at the rates of their day.
 */
public final class ValuationEngine {

    private final List<LedgerEntry> entries;
    private final MarketSlice slice;
    private final CurrencyCode base;
    private final ValuationDays days;
    private final int[] dayNumbers;
    private final CurrencyConversion conversion;
    private final Map<CurrencyCode, double[]> rates = new TreeMap<>();
    private final Map<SecurityId, SleeveColumns> securities = new TreeMap<>();
    private final Map<CurrencyCode, SleeveColumns> cash = new TreeMap<>();
    private final double[] inflow;
    private final double[] outflow;

    private ValuationEngine(List<LedgerEntry> entries, MarketSlice slice, CurrencyCode base, ValuationDays days) {
        this.entries = entries;
        this.slice = slice;
        this.base = base;
        this.days = days;
        this.dayNumbers = days.toArray();
        this.conversion = new CurrencyConversion(slice);
        this.inflow = new double[days.size()];
        this.outflow = new double[days.size()];
    }

    /**
     * Values a ledger on each weekday up to a date.
     *
     * @param slice must hold prices of all securities of the ledger, and the rates between their currencies and the base
     */
    public static DailyValuation value(List<LedgerEntry> ledger, MarketSlice slice, CurrencyCode base, LocalDate asOf) {
        List<LedgerEntry> entries = LedgerFold.inOrder(ledger).stream()
                .filter(entry -> !entry.transaction().date().isAfter(asOf))
                .toList();
        ValuationDays days = entries.isEmpty()
                ? ValuationDays.of()
                : ValuationDays.between(entries.get(0).transaction().date(), asOf);
        return value(entries, slice, base, days);
    }

    /** Values a ledger on given days; all entries must be on or before the last. */
    public static DailyValuation value(
            List<LedgerEntry> ledger, MarketSlice slice, CurrencyCode base, ValuationDays days) {
        return new ValuationEngine(LedgerFold.inOrder(ledger), slice, base, days).run();
    }

    private DailyValuation run() {
        entries.forEach(this::prepare);
        for (LedgerEntry entry : entries) {
            int day = days.indexOnOrAfter(entry.transaction().date());
            entry.transaction().cashEffect().ifPresent(money -> moveCash(entry.transaction(), money, day));
            if (entry.transaction() instanceof Transaction.OfSecurity of) {
                moveUnits(of, day);
            }
        }
        List<Sleeve> sleeves = new ArrayList<>();
        securities.forEach((id, columns) -> sleeves.add(columns.securitySleeve(Optional.of(id))));
        cash.values().forEach(columns -> sleeves.add(columns.cashSleeve()));
        return new DailyValuation(days, base, sleeves, inflow, outflow, day -> whyMissing(sleeves, day));
    }

    private void prepare(LedgerEntry entry) {
        entry.transaction()
                .cashEffect()
                .ifPresent(money -> cash.computeIfAbsent(
                        money.currency(), currency -> new SleeveColumns(currency, ones(), ratesOf(currency))));
        if (entry.transaction() instanceof Transaction.OfSecurity of) {
            securities.computeIfAbsent(of.security(), this::columnsOf);
        }
    }

    private SleeveColumns columnsOf(SecurityId id) {
        CurrencyCode currency = slice.security(id).map(Security::currency).orElse(base);
        double[] prices = PriceTimeline.of(id, slice.pricesOf(id), entries).on(dayNumbers);
        return new SleeveColumns(currency, prices, ratesOf(currency));
    }

    private double[] ratesOf(CurrencyCode currency) {
        return rates.computeIfAbsent(currency, code -> conversion.rates(code, base, dayNumbers));
    }

    private double[] ones() {
        double[] ones = new double[days.size()];
        java.util.Arrays.fill(ones, 1.0);
        return ones;
    }

    private void moveCash(Transaction transaction, Money money, int day) {
        SleeveColumns columns = java.util.Objects.requireNonNull(cash.get(money.currency()));
        double amount = money.amount().doubleValue();
        columns.addUnits(day, money.amount());
        if (transaction instanceof Transaction.Deposit) {
            inflow[day] += amount * columns.rate(day);
            columns.addFlow(day, amount);
        } else if (transaction instanceof Transaction.Withdrawal) {
            outflow[day] -= amount * columns.rate(day);
            columns.addFlow(day, amount);
        } else if (transaction instanceof Transaction.OfSecurity of) {
            SleeveColumns security = java.util.Objects.requireNonNull(securities.get(of.security()));
            columns.addFlow(day, amount);
            security.addFlow(day, -amount * columns.rate(day) / security.rate(day));
        }
    }

    private void moveUnits(Transaction.OfSecurity transaction, int day) {
        SleeveColumns columns = java.util.Objects.requireNonNull(securities.get(transaction.security()));
        if (transaction instanceof Transaction.Buy buy) {
            columns.addUnits(day, buy.quantity());
        } else if (transaction instanceof Transaction.Sell sell) {
            columns.addUnits(day, sell.quantity().negate());
        } else if (transaction instanceof Transaction.TransferIn in) {
            columns.addUnits(day, in.quantity());
            double value = in.quantity().doubleValue() * columns.price(day);
            columns.addFlow(day, value);
            inflow[day] += value * columns.rate(day);
        } else if (transaction instanceof Transaction.TransferOut out) {
            columns.addUnits(day, out.quantity().negate());
            double value = out.quantity().doubleValue() * columns.price(day);
            columns.addFlow(day, -value);
            outflow[day] += value * columns.rate(day);
        } else if (transaction instanceof Transaction.Split split) {
            columns.split(day, split.newUnits(), split.oldUnits());
        }
    }

    private Unavailable whyMissing(List<Sleeve> sleeves, int day) {
        for (Sleeve sleeve : sleeves) {
            if (sleeve.value(day) == 0) {
                continue;
            }
            if (Double.isNaN(sleeve.value(day))) {
                SecurityId id = sleeve.security().orElseThrow();
                String symbol = slice.security(id)
                        .map(Security::symbol)
                        .orElse(id.value().toString());
                return MissingPrice.of(symbol, days.date(day));
            }
            if (Double.isNaN(sleeve.rate(day))) {
                return conversion
                        .rate(sleeve.currency(), base, days.date(day))
                        .whyMissing()
                        .orElseThrow();
            }
        }
        return new Unavailable(
                "flow_not_valued",
                "a transfer of " + days.date(day) + " can't be valued",
                "import prices and rates that begin on or before " + days.date(day));
    }
}
