package io.dawsos.domain.cases;

import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.PricingPack;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The inputs of a case as ledger entries and a market slice. */
final class CaseLedger {

    static final class NotSupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSupported(String reason) {
            super(reason);
        }
    }

    private static final Optional<BigDecimal> NONE = Optional.empty();

    private final JsonNode inputs;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, SecurityId> securities = new TreeMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final boolean feesInCost;

    CaseLedger(JsonNode inputs) {
        this.inputs = inputs;
        this.feesInCost = inputs.path("options").path("feesInCost").asBoolean(true);
        for (JsonNode transaction : inputs.path("transactions")) {
            add(transaction);
        }
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    Map<String, SecurityId> securities() {
        return securities;
    }

    private void add(JsonNode row) {
        Transaction transaction = transaction(row);
        entries.add(new LedgerEntry(
                TransactionId.derived(new PortfolioId(new UUID(0, 1)), Optional.empty(), entries.size()),
                entries.size(),
                transaction));
    }

    private Transaction transaction(JsonNode row) {
        LocalDate date = LocalDate.parse(row.get("date").asString());
        String type = row.get("type").asString();
        if (row.has("fxRate")
                || row.has("settlementCurrency")
                || row.has("side")
                || row.has("feeCurrency")
                || row.has("amountCurrency")) {
            throw new NotSupported("a trade's own rate, settlement in another currency, or an explicit side");
        }
        if (inputs.path("instruments").path(row.path("instrument").asString("")).has("multiplier")) {
            throw new NotSupported("contract multipliers");
        }
        return switch (type) {
            case "BUY" ->
                new Transaction.Buy(
                        date,
                        security(row),
                        decimal(row, "quantity"),
                        price(row),
                        amount(row, 1),
                        cost(row, "fee"),
                        cost(row, "tax"),
                        "");
            case "SELL" ->
                new Transaction.Sell(
                        date,
                        security(row),
                        decimal(row, "quantity"),
                        price(row),
                        amount(row, -1),
                        cost(row, "fee"),
                        cost(row, "tax"),
                        "");
            case "DIVIDEND" -> new Transaction.Dividend(date, security(row), money(row), cost(row, "tax"), "");
            case "DEPOSIT" -> new Transaction.Deposit(date, money(row), "");
            case "WITHDRAWAL" -> new Transaction.Withdrawal(date, money(row), "");
            case "INTEREST" -> new Transaction.Interest(date, money(row), "");
            case "FEE" -> new Transaction.Fee(date, money(row), "");
            case "SPLIT" ->
                new Transaction.Split(date, security(row), decimal(row, "ratioNew"), decimal(row, "ratioOld"), "");
            default -> throw new NotSupported("transactions of type " + type);
        };
    }

    private SecurityId security(JsonNode row) {
        String name = row.get("instrument").asString();
        if (row.has("currency")) {
            currencies.putIfAbsent(name, row.get("currency").asString());
        }
        return securities.computeIfAbsent(
                name, key -> new SecurityId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))));
    }

    private Money amount(JsonNode row, int costSign) {
        BigDecimal stated = row.has("amount") ? decimal(row, "amount") : null;
        BigDecimal costs = cost(row, "fee").add(cost(row, "tax")).multiply(BigDecimal.valueOf(costSign));
        if (stated == null) {
            BigDecimal gross = decimal(row, "quantity").multiply(decimal(row, "price"));
            stated = feesInCost ? gross.add(costs) : gross;
        } else if (!feesInCost) {
            stated = stated.subtract(costs);
        }
        return Money.of(stated, currency(row));
    }

    private Money money(JsonNode row) {
        return Money.of(decimal(row, "amount"), currency(row));
    }

    private CurrencyCode currency(JsonNode row) {
        String code = row.has("currency")
                ? row.get("currency").asString()
                : inputs.path("currency").asString("EUR");
        return CurrencyCode.of(code);
    }

    private static Optional<BigDecimal> price(JsonNode row) {
        return row.has("price") ? Optional.of(decimal(row, "price")) : NONE;
    }

    static BigDecimal cost(JsonNode row, String name) {
        return row.has(name) ? decimal(row, name) : BigDecimal.ZERO;
    }

    static BigDecimal decimal(JsonNode row, String name) {
        return row.get(name).decimalValue();
    }

    /** Prices and rates of the case; back-adjusted feeds are brought back to raw prices with the splits after them. */
    MarketSlice slice(LocalDate asOf) {
        Map<SecurityId, ObservationSeries> prices = new HashMap<>();
        Map<SecurityId, Security> described = new HashMap<>();
        securities.forEach((name, id) -> {
            TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
            inputs.path("prices")
                    .path(name)
                    .properties()
                    .forEach(point -> points.put(
                            LocalDate.parse(point.getKey()), point.getValue().decimalValue()));
            inputs.path("feedPrices").path(name).properties().forEach(point -> {
                LocalDate date = LocalDate.parse(point.getKey());
                points.put(date, raw(id, date, point.getValue().decimalValue()));
            });
            ObservationSeries.Builder builder = new ObservationSeries.Builder(points.size());
            points.forEach(builder::add);
            prices.put(id, builder.build());
            String currency = inputs.path("instruments")
                    .path(name)
                    .path("currency")
                    .asString(currencies.getOrDefault(name, "EUR"));
            described.put(
                    id,
                    new Security(
                            id,
                            name,
                            name,
                            SecurityType.OTHER,
                            CurrencyCode.of(currency),
                            Optional.empty(),
                            Universe.REAL));
        });
        Map<CurrencyPair, ObservationSeries> rates = new HashMap<>();
        inputs.path("fx").properties().forEach(pair -> {
            TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
            pair.getValue()
                    .properties()
                    .forEach(point -> points.put(
                            LocalDate.parse(point.getKey()), point.getValue().decimalValue()));
            ObservationSeries.Builder builder = new ObservationSeries.Builder(points.size());
            points.forEach(builder::add);
            String[] codes = pair.getKey().split("/", -1);
            rates.put(new CurrencyPair(CurrencyCode.of(codes[0]), CurrencyCode.of(codes[1])), builder.build());
        });
        return new MarketSlice(PricingPack.of(Universe.REAL, asOf, 1, ""), described, prices, rates, Map.of());
    }

    private BigDecimal raw(SecurityId id, LocalDate date, BigDecimal adjusted) {
        BigDecimal price = adjusted;
        for (LedgerEntry entry : entries) {
            if (entry.transaction() instanceof Transaction.Split split
                    && split.security().equals(id)
                    && split.date().isAfter(date)) {
                price = price.multiply(split.newUnits()).divide(split.oldUnits(), java.math.MathContext.DECIMAL128);
            }
        }
        return price;
    }
}
