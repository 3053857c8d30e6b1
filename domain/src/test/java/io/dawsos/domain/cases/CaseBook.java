package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.CashConversion;
import io.dawsos.domain.ledger.IncomeInUnits;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.TradeTerms;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Turns the inputs of a case into a ledger and its market, in the domain's own transaction types. */
final class CaseBook {

    private final JsonNode inputs;
    private final Book book = new Book();
    private final boolean feesInCost;
    private final boolean holdingsOnly;
    private final Set<String> currencies = new TreeSet<>();

    CaseBook(JsonNode inputs) {
        this.inputs = inputs;
        this.feesInCost = !inputs.path("options").has("feesInCost")
                || inputs.get("options").get("feesInCost").asBoolean();
        this.holdingsOnly = inputs.path("scope").asString("").equals("INVESTMENTS");
        for (JsonNode transaction : inputs.get("transactions")) {
            if (transaction.has("instrument")) {
                book.security(transaction.get("instrument").asString(), instrumentCurrency(transaction));
            }
        }
        for (JsonNode transaction : inputs.get("transactions")) {
            add(transaction);
        }
        prices();
        for (Map.Entry<String, JsonNode> pair : inputs.path("fx").properties()) {
            String[] codes = pair.getKey().split("/", 2);
            pair.getValue()
                    .properties()
                    .forEach(rate -> book.rate(
                            codes[0], codes[1], rate.getKey(), rate.getValue().asString()));
        }
    }

    Book book() {
        return book;
    }

    /** Every currency that a transaction names. */
    Set<String> currencies() {
        return currencies;
    }

    LotMatching matching() {
        return LotMatching.valueOf(inputs.path("method").asString("FIFO"));
    }

    Optional<BigDecimal> dust() {
        return decimal(inputs.path("options"), "dustTolerance");
    }

    static Optional<BigDecimal> decimal(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private void prices() {
        for (Map.Entry<String, JsonNode> instrument : inputs.path("prices").properties()) {
            instrument
                    .getValue()
                    .properties()
                    .forEach(price -> book.price(
                            instrument.getKey(),
                            price.getKey(),
                            price.getValue().asString()));
        }
        for (Map.Entry<String, JsonNode> instrument : inputs.path("feedPrices").properties()) {
            instrument
                    .getValue()
                    .properties()
                    .forEach(price -> book.price(
                            instrument.getKey(),
                            price.getKey(),
                            raw(
                                            LocalDate.parse(price.getKey()),
                                            price.getValue().decimalValue())
                                    .toPlainString()));
        }
    }

    /** A back-adjusted price in the units of its day: the domain keeps raw prices only. */
    private BigDecimal raw(LocalDate date, BigDecimal price) {
        BigDecimal raw = price;
        for (JsonNode transaction : inputs.get("transactions")) {
            if (transaction.get("type").asString().equals("SPLIT")
                    && date(transaction).isAfter(date)) {
                raw = raw.multiply(transaction.get("ratioNew").decimalValue())
                        .divide(transaction.get("ratioOld").decimalValue());
            }
        }
        return raw;
    }

    private void add(JsonNode transaction) {
        String type = transaction.get("type").asString();
        String date = transaction.get("date").asString();
        String symbol = transaction.path("instrument").asString("");
        switch (type) {
            case "BUY" -> {
                Money amount = tradeAmount(transaction, 1);
                outside(date, amount);
                book.buy(date, symbol, quantity(transaction), price(transaction), amount);
            }
            case "SELL" -> {
                Money amount = tradeAmount(transaction, -1);
                book.sell(date, symbol, quantity(transaction), price(transaction), amount);
                outside(date, amount.negated());
            }
            case "DELIVERY_IN" ->
                book.transferIn(date, symbol, quantity(transaction), Optional.of(tradeAmount(transaction, 1)));
            case "DELIVERY_OUT", "SPEND" -> book.transferOut(date, symbol, quantity(transaction));
            case "DIVIDEND" -> {
                book.dividend(date, symbol, amount(transaction).toPlainString(), currency(transaction));
                outside(date, Money.of(amount(transaction).negate(), CurrencyCode.of(currency(transaction))));
            }
            case "DIVIDEND_REINVESTED" ->
                book.add(new IncomeInUnits(
                        TransactionType.REINVESTED_DIVIDEND,
                        date(transaction),
                        Book.id(symbol),
                        new BigDecimal(quantity(transaction)),
                        price(transaction),
                        Optional.of(tradeAmount(transaction, 1)),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        TradeTerms.NONE,
                        ""));
            case "FX_CONVERSION" -> {
                String received = transaction.get("toCurrency").asString();
                currencies.add(received);
                book.add(new CashConversion(
                        date(transaction),
                        Money.of(amount(transaction), CurrencyCode.of(currency(transaction))),
                        Money.of(transaction.get("toAmount").decimalValue(), CurrencyCode.of(received)),
                        BigDecimal.ZERO,
                        ""));
            }
            case "BONUS" ->
                book.add(new Transaction.Split(
                        TransactionType.BONUS,
                        date(transaction),
                        Book.id(symbol),
                        transaction
                                .get("ratioNew")
                                .decimalValue()
                                .add(transaction.get("ratioOld").decimalValue()),
                        transaction.get("ratioOld").decimalValue(),
                        ""));
            case "DEPOSIT" -> book.deposit(date, amount(transaction).toPlainString(), currency(transaction));
            case "WITHDRAWAL", "SPEND_CASH" ->
                book.withdraw(date, amount(transaction).toPlainString(), currency(transaction));
            case "INTEREST" -> book.interest(date, amount(transaction).toPlainString(), currency(transaction));
            case "FEE" -> book.fee(date, amount(transaction).toPlainString(), currency(transaction));
            case "SPLIT" ->
                book.split(
                        date,
                        symbol,
                        transaction.get("ratioNew").asString(),
                        transaction.get("ratioOld").asString());
            default -> throw new NotSupportedException("transactions of type " + type + " come with a later issue");
        }
        if (!feesInCost) {
            decimal(transaction, "fee")
                    .filter(fee -> fee.signum() > 0)
                    .ifPresent(fee -> book.fee(
                            date,
                            fee.toPlainString(),
                            transaction.path("feeCurrency").asString(currency(transaction))));
        }
    }

    /** If the case is about holdings only, what they cost comes in from outside and what they bring leaves. */
    private void outside(String date, Money paid) {
        if (holdingsOnly && paid.signum() > 0) {
            book.deposit(date, paid.amount().toPlainString(), paid.currency().code());
        } else if (holdingsOnly) {
            book.withdraw(
                    date,
                    paid.amount().negate().toPlainString(),
                    paid.currency().code());
        }
    }

    /** The stated amount, else quantity x price x multiplier with costs; in the currency that is paid. */
    private Money tradeAmount(JsonNode transaction, int sign) {
        BigDecimal costs = decimal(transaction, "fee")
                .filter(fee -> feesInCost && !transaction.has("feeCurrency"))
                .orElse(BigDecimal.ZERO)
                .add(decimal(transaction, "tax").orElse(BigDecimal.ZERO));
        BigDecimal amount = decimal(transaction, "amount")
                .orElseGet(() -> transaction
                        .get("quantity")
                        .decimalValue()
                        .multiply(transaction.get("price").decimalValue())
                        .multiply(multiplier(transaction))
                        .add(costs.multiply(BigDecimal.valueOf(sign))));
        if (transaction.has("settlementCurrency")) {
            String settled = transaction.get("settlementCurrency").asString();
            currencies.add(settled);
            return Money.of(amount.multiply(transaction.get("fxRate").decimalValue()), CurrencyCode.of(settled));
        }
        return Money.of(amount, CurrencyCode.of(currency(transaction)));
    }

    private BigDecimal multiplier(JsonNode transaction) {
        return decimal(
                        inputs.path("instruments")
                                .path(transaction.get("instrument").asString()),
                        "multiplier")
                .orElse(BigDecimal.ONE);
    }

    private Optional<BigDecimal> price(JsonNode transaction) {
        return decimal(transaction, "price");
    }

    private static String quantity(JsonNode transaction) {
        return transaction.get("quantity").asString();
    }

    private static BigDecimal amount(JsonNode transaction) {
        return transaction.get("amount").decimalValue();
    }

    private static LocalDate date(JsonNode transaction) {
        return LocalDate.parse(transaction.get("date").asString());
    }

    private String currency(JsonNode transaction) {
        String code = transaction.path("currency").asString(instrumentCurrency(transaction));
        currencies.add(code);
        return code;
    }

    private String instrumentCurrency(JsonNode transaction) {
        List<String> candidates = new ArrayList<>();
        candidates.add(inputs.path("instruments")
                .path(transaction.path("instrument").asString(""))
                .path("currency")
                .asString(""));
        candidates.add(transaction.path("currency").asString(""));
        candidates.add(inputs.path("currency").asString(""));
        candidates.add("EUR");
        return candidates.stream().filter(code -> !code.isEmpty()).findFirst().orElseThrow();
    }
}
