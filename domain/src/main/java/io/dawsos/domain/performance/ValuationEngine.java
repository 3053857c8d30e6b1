package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.CashConversion;
import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.IncomeInUnits;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PriceTimeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values a ledger day by day. Work grows with days times securities over arrays; nothing is allocated for a single day. Running
 * quantities and balances are exact, and become doubles once per change.
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
    private final Map<SecurityId, PriceTimeline> timelines;
    private final Map<CurrencyCode, double[]> rates = new TreeMap<>();
    private final Map<SecurityId, SecurityTrack> securities = new TreeMap<>();
    private final Map<CurrencyCode, CashTrack> cash = new TreeMap<>();
    private final double[] inflow;
    private final double[] outflow;
    private final @Nullable Function<LocalDate, Unavailable>[] gaps;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can't be made otherwise
    private ValuationEngine(List<LedgerEntry> entries, MarketSlice slice, CurrencyCode base, ValuationDays days) {
        this.entries = entries;
        this.slice = slice;
        this.base = base;
        this.days = days;
        this.dayNumbers = days.toArray();
        this.conversion = new CurrencyConversion(slice);
        this.timelines = PriceTimeline.all(slice, entries);
        this.inflow = new double[days.size()];
        this.outflow = new double[days.size()];
        this.gaps = new Function[days.size()];
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
        return new ValuationEngine(entries, slice, base, days).run();
    }

    /** Values a ledger on given days; all entries must be on or before the last. */
    public static DailyValuation value(
            List<LedgerEntry> ledger, MarketSlice slice, CurrencyCode base, ValuationDays days) {
        return new ValuationEngine(LedgerFold.inOrder(ledger), slice, base, days).run();
    }

    private DailyValuation run() {
        entries.forEach(entry -> lay(entry.transaction()));
        List<Sleeve> sleeves = new ArrayList<>();
        double[] total = new double[days.size()];
        securities.forEach((id, track) -> {
            track.value(pricesOf(id), (day, inBase) -> transferred(track, day, inBase));
            add(track.sleeve(), total, track.whyNoPrice());
            sleeves.add(track.sleeve());
        });
        cash.forEach((currency, track) -> {
            track.fillTo(days.size());
            add(track.sleeve(), total, whyNoRate(currency));
            sleeves.add(track.sleeve());
        });
        return new DailyValuation(
                days,
                base,
                sleeves,
                total,
                inflow,
                outflow,
                gaps,
                new ValuationExplanation(entries, slice, base, conversion, timelines));
    }

    private void lay(Transaction transaction) {
        int day = days.indexOnOrAfter(transaction.date());
        transaction.cashEffect().ifPresent(effect -> cash(effect.currency()).move(day, effect.amount()));
        if (transaction instanceof Transaction.Buy buy) {
            security(buy).move(day, buy.quantity());
            between(day, buy, buy.amount());
        } else if (transaction instanceof Transaction.Sell sell) {
            security(sell).move(day, sell.quantity().negate());
            between(day, sell, sell.amount().negated());
        } else if (transaction instanceof Transaction.Dividend dividend) {
            between(day, dividend, dividend.amount().negated());
        } else if (transaction instanceof Transaction.TransferIn in) {
            security(in).transfer(day, in.quantity());
        } else if (transaction instanceof Transaction.TransferOut out) {
            security(out).transfer(day, out.quantity().negate());
        } else if (transaction instanceof Transaction.Split split) {
            security(split).split(day, split);
        } else if (transaction instanceof IncomeInUnits paid) {
            security(paid).move(day, paid.quantity());
        } else if (transaction instanceof CorporateAction action) {
            act(day, action);
        } else if (transaction instanceof CashConversion conversion) {
            convert(day, conversion);
        } else if (transaction instanceof Transaction.Deposit || transaction instanceof Transaction.Withdrawal) {
            Money effect = transaction.cashEffect().orElseThrow();
            double inBase = inBase(day, effect);
            cash(effect.currency()).sleeve().addFlow(day, inBase);
            external(day, inBase);
        }
    }

    private void act(int day, CorporateAction action) {
        SecurityTrack track = security(action);
        if (action instanceof CorporateAction.SpinOff spinOff) {
            carry(
                    day,
                    track,
                    spinOff.other(),
                    spinOff,
                    Lot.ratio(track.units(), spinOff.newUnits(), spinOff.oldUnits()));
            return;
        }
        action.cashEffect().ifPresent(amount -> between(day, action, amount.negated()));
        if (action instanceof CorporateAction.Merger merger) {
            BigDecimal units = track.units();
            track.move(day, units.negate());
            merger.exchange()
                    .ifPresent(exchange -> carry(
                            day,
                            track,
                            exchange.other(),
                            merger,
                            Lot.ratio(units, exchange.newUnits(), exchange.oldUnits())));
        }
    }

    private void carry(
            int day, SecurityTrack source, SecurityId other, Transaction.OfSecurity action, BigDecimal units) {
        securities.computeIfAbsent(other, id -> track(id, action)).carry(day, units, source);
    }

    /** What came in was worth what it is worth; a bad rate is a loss of the currency that was given. */
    private void convert(int day, CashConversion conversion) {
        Money received = conversion.received();
        cash(received.currency()).move(day, received.amount());
        double inBase = inBase(day, received);
        cash(received.currency()).sleeve().addFlow(day, inBase);
        cash(conversion.amount().currency()).sleeve().addFlow(day, -inBase);
    }

    /** Books an amount that moves from cash to a security; negative if it moves back. */
    private void between(int day, Transaction.OfSecurity transaction, Money amount) {
        double inBase = inBase(day, amount);
        security(transaction).sleeve().addFlow(day, inBase);
        cash(amount.currency()).sleeve().addFlow(day, -inBase);
    }

    private double inBase(int day, Money amount) {
        double rate = ratesOf(amount.currency())[day];
        if (Double.isNaN(rate)) {
            gap(day, whyNoRate(amount.currency()));
        }
        return amount.amount().doubleValue() * rate;
    }

    private void transferred(SecurityTrack track, int day, double inBase) {
        if (Double.isNaN(inBase)) {
            Sleeve sleeve = track.sleeve();
            gap(day, Double.isNaN(sleeve.rate(day)) ? whyNoRate(sleeve.currency()) : track.whyNoPrice());
        }
        external(day, inBase);
    }

    private void external(int day, double inBase) {
        if (inBase < 0) {
            outflow[day] -= inBase;
        } else {
            inflow[day] += inBase;
        }
    }

    private void add(Sleeve sleeve, double[] sum, Function<LocalDate, Unavailable> whyNoValue) {
        Function<LocalDate, Unavailable> whyNoRate = whyNoRate(sleeve.currency());
        for (int day = 0; day < sum.length; day++) {
            double value = sleeve.baseValue(day);
            if (Double.isNaN(value)) {
                gap(day, Double.isNaN(sleeve.value(day)) ? whyNoValue : whyNoRate);
            }
            sum[day] += value;
        }
    }

    private void gap(int day, Function<LocalDate, Unavailable> why) {
        if (gaps[day] == null) {
            gaps[day] = why;
        }
    }

    private Function<LocalDate, Unavailable> whyNoRate(CurrencyCode currency) {
        return date -> conversion.rate(currency, base, date).whyMissing().orElseThrow();
    }

    private double[] pricesOf(SecurityId id) {
        return Objects.requireNonNull(timelines.get(id)).on(dayNumbers);
    }

    private SecurityTrack security(Transaction.OfSecurity transaction) {
        return securities.computeIfAbsent(transaction.security(), id -> track(id, transaction));
    }

    /** A security that is not described has no price; its sleeve is in the currency of its first amount. */
    private SecurityTrack track(SecurityId id, Transaction.OfSecurity first) {
        Optional<Security> known = slice.security(id);
        CurrencyCode currency = known.map(Security::currency)
                .or(() -> first.cashEffect().map(Money::currency))
                .orElse(base);
        String name = known.map(Security::symbol).orElse(id.value().toString());
        return new SecurityTrack(
                new Sleeve(Optional.of(id), currency, ratesOf(currency)), date -> MissingPrice.of(name, date));
    }

    private CashTrack cash(CurrencyCode currency) {
        return cash.computeIfAbsent(currency, key -> new CashTrack(new Sleeve(Optional.empty(), key, ratesOf(key))));
    }

    private double[] ratesOf(CurrencyCode currency) {
        return rates.computeIfAbsent(currency, code -> conversion.rates(code, base, dayNumbers));
    }
}
