package io.dawsos.domain.book;

import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.performance.ValuationEngine;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.PriceTimeline;
import io.dawsos.domain.pricing.PricingPack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A ledger and its market, written down in few words. Symbols stand for securities; the first currency named for one is its own. */
public final class Book {

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, Security> securities = new TreeMap<>();
    private final Map<SecurityId, SortedMap<LocalDate, BigDecimal>> prices = new TreeMap<>();
    private final Map<CurrencyPair, SortedMap<LocalDate, BigDecimal>> rates = new TreeMap<>();

    /** The identity that a symbol stands for. */
    public static SecurityId id(String symbol) {
        return new SecurityId(UUID.nameUUIDFromBytes(symbol.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public Book security(String symbol, String currency) {
        securities.putIfAbsent(
                symbol,
                new Security(
                        id(symbol),
                        symbol,
                        symbol,
                        SecurityType.EQUITY,
                        CurrencyCode.of(currency),
                        Optional.empty(),
                        Universe.REAL));
        return this;
    }

    public Book price(String symbol, String date, String price) {
        prices.computeIfAbsent(id(symbol), id -> new TreeMap<>()).put(LocalDate.parse(date), decimal(price));
        return this;
    }

    public Book rate(String base, String quote, String date, String rate) {
        rates.computeIfAbsent(new CurrencyPair(CurrencyCode.of(base), CurrencyCode.of(quote)), pair -> new TreeMap<>())
                .put(LocalDate.parse(date), decimal(rate));
        return this;
    }

    public Book add(Transaction transaction) {
        long sequence = entries.size();
        entries.add(new LedgerEntry(new TransactionId(new UUID(0, sequence)), sequence, transaction));
        return this;
    }

    /** Buys for a stated amount, without a stated price. */
    public Book buy(String date, String symbol, String quantity, String amount, String currency) {
        security(symbol, currency);
        return buy(date, symbol, quantity, Optional.empty(), Money.of(amount, currency));
    }

    /** Buys at a stated price without costs. */
    public Book buyAt(String date, String symbol, String quantity, String price, String currency) {
        security(symbol, currency);
        Money amount = Money.of(decimal(quantity).multiply(decimal(price)), CurrencyCode.of(currency));
        return buy(date, symbol, quantity, Optional.of(decimal(price)), amount);
    }

    public Book buy(String date, String symbol, String quantity, Optional<BigDecimal> price, Money amount) {
        return add(new Transaction.Buy(
                LocalDate.parse(date),
                id(symbol),
                decimal(quantity),
                price,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ""));
    }

    /** Sells for a stated amount, without a stated price. */
    public Book sell(String date, String symbol, String quantity, String amount, String currency) {
        security(symbol, currency);
        return sell(date, symbol, quantity, Optional.empty(), Money.of(amount, currency));
    }

    public Book sell(String date, String symbol, String quantity, Optional<BigDecimal> price, Money amount) {
        return add(new Transaction.Sell(
                LocalDate.parse(date),
                id(symbol),
                decimal(quantity),
                price,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ""));
    }

    public Book dividend(String date, String symbol, String amount, String currency) {
        return add(new Transaction.Dividend(
                LocalDate.parse(date), id(symbol), Money.of(amount, currency), BigDecimal.ZERO, ""));
    }

    public Book split(String date, String symbol, String newUnits, String oldUnits) {
        return add(new Transaction.Split(LocalDate.parse(date), id(symbol), decimal(newUnits), decimal(oldUnits), ""));
    }

    public Book transferIn(String date, String symbol, String quantity, Optional<Money> cost) {
        return add(new Transaction.TransferIn(LocalDate.parse(date), id(symbol), decimal(quantity), cost, ""));
    }

    public Book transferOut(String date, String symbol, String quantity) {
        return add(new Transaction.TransferOut(LocalDate.parse(date), id(symbol), decimal(quantity), ""));
    }

    public Book deposit(String date, String amount, String currency) {
        return add(new Transaction.Deposit(LocalDate.parse(date), Money.of(amount, currency), ""));
    }

    public Book withdraw(String date, String amount, String currency) {
        return add(new Transaction.Withdrawal(LocalDate.parse(date), Money.of(amount, currency), ""));
    }

    public Book interest(String date, String amount, String currency) {
        return add(new Transaction.Interest(LocalDate.parse(date), Money.of(amount, currency), ""));
    }

    public Book fee(String date, String amount, String currency) {
        return add(new Transaction.Fee(LocalDate.parse(date), Money.of(amount, currency), ""));
    }

    /** The entries as they were written down, those that were taken back included. */
    public List<LedgerEntry> ledger() {
        return List.copyOf(entries);
    }

    public List<LedgerEntry> entries() {
        return LedgerFold.inOrder(entries);
    }

    public Holdings holdings(String asOf, LotMatching matching) {
        return LedgerFold.at(entries, LocalDate.parse(asOf), matching);
    }

    public Holdings holdings(String asOf, LotRules rules) {
        return LedgerFold.at(entries, LocalDate.parse(asOf), rules);
    }

    public MarketSlice slice(LocalDate asOf) {
        return new MarketSlice(
                PricingPack.of(Universe.REAL, asOf, 1, "00"),
                securities.values().stream().collect(Collectors.toMap(Security::id, security -> security)),
                prices.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> series(e.getValue()))),
                rates.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> series(e.getValue()))),
                Map.of());
    }

    public CurrencyConversion conversion(LocalDate asOf) {
        return new CurrencyConversion(slice(asOf));
    }

    public PriceTimeline timeline(String symbol, LocalDate asOf) {
        return PriceTimeline.all(slice(asOf), entries()).get(id(symbol));
    }

    public DailyValuation valuation(String base, String asOf) {
        LocalDate date = LocalDate.parse(asOf);
        return ValuationEngine.value(entries, slice(date), CurrencyCode.of(base), date);
    }

    public DailyValuation valuation(String base, ValuationDays days) {
        return ValuationEngine.value(entries, slice(days.date(days.size() - 1)), CurrencyCode.of(base), days);
    }

    private static ObservationSeries series(SortedMap<LocalDate, BigDecimal> values) {
        ObservationSeries.Builder builder = new ObservationSeries.Builder(values.size());
        values.forEach(builder::add);
        return builder.build();
    }
}
