package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.money.QuotationUnit;
import io.dawsos.domain.money.Rounding;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.pricing.ObservationSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Values at a date: what something is worth, what it had cost, and how that is rounded. */
final class ValueCases {

    private static final String DAY = "2024-01-15";
    private static final String LATER = "2024-06-17";

    private ValueCases() {}

    /** One holding per part, each bought for what was invested and priced at what it is worth now. */
    static Answers aggregateReturn(JsonNode inputs) {
        if (inputs.has("parts")) {
            List<Object> partReturns = new ArrayList<>();
            Book book = new Book();
            for (JsonNode part : inputs.get("parts")) {
                String name = part.get("name").asString();
                BigDecimal invested = part.get("invested").decimalValue();
                add(book, name, invested, invested.add(part.get("gain").decimalValue()));
                Book alone = new Book();
                add(alone, name, invested, invested.add(part.get("gain").decimalValue()));
                partReturns.add(gain(alone).divide(cost(alone), MathContext.DECIMAL128));
            }
            return new Answers()
                    .with("invested", () -> cost(book))
                    .with("gain", () -> gain(book))
                    .with("portfolioReturn", () -> gain(book).divide(cost(book), MathContext.DECIMAL128))
                    .with("partReturns", () -> partReturns);
        }
        Book book = new Book();
        add(book, "X", inputs.get("cost").decimalValue(), inputs.get("value").decimalValue());
        return new Answers()
                .with("grossReturn", () -> gain(book).divide(cost(book), MathContext.DECIMAL128))
                .with(
                        "netReturn",
                        () -> inputs.get("netGain").decimalValue().divide(cost(book), MathContext.DECIMAL128));
    }

    private static void add(Book book, String symbol, BigDecimal invested, BigDecimal value) {
        book.buy(DAY, symbol, "1", invested.toPlainString(), "EUR").price(symbol, LATER, value.toPlainString());
    }

    private static BigDecimal cost(Book book) {
        return book.holdings(LATER, LotMatching.FIFO).positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .map(lot -> lot.cost().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The gain of a ledger without flows of cash: its total value, since every purchase is owed. */
    private static BigDecimal gain(Book book) {
        DailyValuation valuation = book.valuation("EUR", LATER);
        return BigDecimal.valueOf(valuation.total(valuation.days().size() - 1)).setScale(2, RoundingMode.HALF_EVEN);
    }

    static Answers unitCost(JsonNode inputs) {
        if (inputs.path("priceUnit").asString("").equals("GBX")) {
            QuotationUnit unit =
                    QuotationUnit.parse(inputs.get("priceUnit").asString()).orElseThrow();
            BigDecimal price = unit.toMajor(inputs.get("price").decimalValue());
            return new Answers()
                    .with("amount", () -> price.multiply(inputs.get("quantity").decimalValue()))
                    .with("currency", () -> unit.currency());
        }
        Lot lot = new Book()
                .buy(
                        DAY,
                        "X",
                        inputs.get("quantity").asString(),
                        inputs.get("totalCost").asString(),
                        "USD")
                .holdings(DAY, LotMatching.FIFO)
                .positions()
                .get(Book.id("X"))
                .lots()
                .get(0);
        BigDecimal cost = lot.cost().orElseThrow().amount();
        BigDecimal unit = cost.divide(lot.quantity(), MathContext.DECIMAL128);
        return new Answers()
                .with("unitCost", () -> unit)
                .with("totalCost", () -> cost)
                .with(
                        "return",
                        () -> inputs.get("value").decimalValue().subtract(cost).divide(cost, MathContext.DECIMAL128))
                .with(
                        "shownUnitCost",
                        () -> unit.setScale(inputs.get("displayDecimals").asInt(), RoundingMode.HALF_UP));
    }

    static Answers netWorth(JsonNode inputs) {
        String report = inputs.get("reportCurrency").asString();
        LocalDate asOf = LocalDate.parse(inputs.get("asOf").asString());
        Book book = new Book();
        for (JsonNode balance : inputs.get("balances")) {
            book.deposit(
                    asOf.toString(),
                    balance.get("amount").asString(),
                    balance.get("currency").asString());
        }
        inputs.get("fx")
                .properties()
                .forEach(pair -> pair.getValue()
                        .properties()
                        .forEach(rate -> book.rate(
                                pair.getKey().substring(0, 3),
                                pair.getKey().substring(4),
                                rate.getKey(),
                                rate.getValue().asString())));
        Map<String, Figure<BigDecimal>> values = new TreeMap<>();
        book.holdings(asOf.toString(), LotMatching.FIFO)
                .cash()
                .forEach((currency, amount) -> values.put(
                        currency.code(),
                        book.conversion(asOf)
                                .rate(currency, CurrencyCode.of(report), asOf)
                                .map(rate -> rate.multiply(amount))));
        List<String> missing = values.entrySet().stream()
                .filter(value -> value.getValue().whyMissing().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (missing.isEmpty()) {
            return new Answers()
                    .with("status", () -> "AVAILABLE")
                    .with(
                            "netWorth",
                            () -> values.values().stream()
                                    .map(value -> value.asOptional().orElseThrow())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        DailyValuation valuation = book.valuation(report, asOf.toString());
        String code =
                valuation.whyMissing(valuation.days().size() - 1).orElseThrow().code();
        return new Answers()
                .with("status", () -> "UNAVAILABLE")
                .with("reason", () -> code.toUpperCase(Locale.ROOT))
                .with("missing", () -> missing);
    }

    static Answers balanceSeries(JsonNode inputs) {
        ObservationSeries.Builder builder =
                new ObservationSeries.Builder(inputs.get("valuations").size());
        for (JsonNode valuation : inputs.get("valuations")) {
            builder.add(
                    LocalDate.parse(valuation.get("date").asString()),
                    valuation.get("value").decimalValue());
        }
        ObservationSeries series = builder.build();
        Map<String, Object> balances = new TreeMap<>();
        for (JsonNode date : inputs.get("asOfDates")) {
            int index = series.indexOnOrBefore(LocalDate.parse(date.asString()));
            balances.put(date.asString(), series.exact(index));
        }
        return new Answers().with("balances", () -> balances);
    }

    static Answers valuation(JsonNode inputs) {
        String currency = inputs.get("currency").asString();
        LocalDate asOf = LocalDate.parse(inputs.get("asOf").asString());
        BigDecimal quantity = inputs.get("quantity").decimalValue();
        Book book = new Book().security("X", currency);
        for (JsonNode candidate : inputs.get("priceCandidates")) {
            String date = candidate.get("date").asString();
            if (candidate.get("kind").asString().equals("TRADE")) {
                book.buyAt(
                        date,
                        "X",
                        quantity.toPlainString(),
                        candidate.get("price").asString(),
                        currency);
            } else {
                book.price("X", date, candidate.get("price").asString());
            }
        }
        BigDecimal price = book.timeline("X", asOf).on(asOf).orElseThrow().price();
        Position position =
                book.holdings(asOf.toString(), LotMatching.FIFO).positions().get(Book.id("X"));
        return new Answers().with("priceUsed", () -> price).with("value", () -> price.multiply(position.quantity()));
    }

    static Answers splitQuantity(JsonNode inputs) {
        Book book = new Book().buy(DAY, "X", inputs.get("quantity").asString(), "1", "USD");
        for (JsonNode split : inputs.get("splits")) {
            book.split(
                    LATER,
                    "X",
                    split.get("ratioNew").asString(),
                    split.get("ratioOld").asString());
        }
        return new Answers()
                .with(
                        "quantity",
                        () -> book.holdings(LATER, LotMatching.FIFO)
                                .positions()
                                .get(Book.id("X"))
                                .quantity());
    }

    static Answers allocateRounding(JsonNode inputs) {
        List<BigDecimal> exact = new ArrayList<>();
        inputs.get("exactParts").forEach(part -> exact.add(part.decimalValue()));
        List<BigDecimal> shown = Rounding.allocate(exact, inputs.get("decimals").asInt());
        BigDecimal total = exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        CurrencyCode currency = CurrencyCode.of(inputs.get("currency").asString());
        return new Answers()
                .with(
                        "shownTotal",
                        () -> Rounding.booked(Money.of(total, currency)).amount())
                .with("sumOfShownParts", () -> shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .with("shownParts", () -> shown);
    }

    /** The stated amount, converted back at the stated rate, must be the stated gross to the cent. */
    static Answers amountCheck(JsonNode inputs) {
        String currency = inputs.get("currency").asString();
        String gross = inputs.get("grossCurrency").asString();
        LocalDate date = LocalDate.parse(DAY);
        Money stated = Money.of(inputs.get("statedAmount").asString(), currency);
        BigDecimal implied = new Book()
                .rate(gross, currency, DAY, inputs.get("rate").asString())
                .conversion(date)
                .rate(stated.currency(), CurrencyCode.of(gross), date)
                .map(rate -> rate.multiply(stated.amount()))
                .asOptional()
                .orElseThrow();
        Money booked = Rounding.booked(Money.of(implied, CurrencyCode.of(gross)));
        return new Answers()
                .with("impliedGross", () -> implied)
                .with(
                        "accepted",
                        () -> booked.amount()
                                        .compareTo(inputs.get("grossAmount").decimalValue())
                                == 0);
    }

    /** A date goes through a ledger unchanged: no zone is ever asked for. */
    static Answers calendarDate(JsonNode inputs) {
        String date = inputs.get("date").asString();
        return new Answers()
                .with(
                        "shownDate",
                        () -> new Book()
                                .buy(date, "X", "1", "1", "EUR")
                                .holdings(date, LotMatching.FIFO)
                                .positions()
                                .get(Book.id("X"))
                                .lots()
                                .get(0)
                                .opened());
    }
}
