package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.ClosedTrade;
import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.InKindTransfer;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.StatedRate;
import io.dawsos.domain.ledger.TradeTerms;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Published answers about lots, pools, corporate actions and closed trades. */
class LotOraclesTest {

    private static Stream<Arguments> oracles(String file, Predicate<JsonNode> wanted) {
        List<Arguments> found = StreamSupport.stream(
                        NumericCase.read("oracles", file + ".json").spliterator(), false)
                .filter(wanted)
                .<Arguments>map(oracle -> Arguments.argumentSet(oracle.get("id").asString(), oracle))
                .toList();
        assertThat(found).as(file).isNotEmpty();
        return found.stream();
    }

    private static Predicate<JsonNode> kinds(String... kinds) {
        return oracle -> List.of(kinds).contains(oracle.get("kind").asString());
    }

    // The pool of section 104

    /**
     * Without two cases: the spin-off, whose source loses part of the cost (what stays and what goes sum to less than there was),
     * and income, which has no gain.
     */
    static Stream<Arguments> pools() {
        return oracles(
                "lots",
                kinds("uk_section104", "uk_split_spinoff")
                        .and(oracle -> !oracle.get("inputs").has("spin_off_of")));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void gains_of_the_tax_year_are_as_the_tax_office_has_them(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Holdings holdings = pooled(inputs).holdings("2030-01-01", LotMatching.SECTION_104);
        LocalDate start = LocalDate.of(inputs.get("tax_year").asInt(), 4, 6);
        BigDecimal gain = holdings.disposals().stream()
                .filter(disposal ->
                        !disposal.date().isBefore(start) && disposal.date().isBefore(start.plusYears(1)))
                .map(disposal -> disposal.realizedGain().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonNode tolerance = oracle.get("tolerance");
        assertThat(gain.doubleValue())
                .isCloseTo(
                        oracle.get("expected").get("total_gain").asDouble(),
                        within(tolerance.get("total_abs").asDouble()));
        oracle.get("expected")
                .path("log")
                .properties()
                .forEach(day -> day.getValue().properties().forEach(sale -> {
                    if (sale.getKey().startsWith("sell$")) {
                        compareParts(sale.getValue(), holdings, LocalDate.parse(day.getKey()), tolerance);
                    }
                }));
    }

    private static Book pooled(JsonNode inputs) {
        Book book = new Book();
        for (JsonNode transaction : inputs.get("transactions")) {
            String date = transaction.get("date").asString();
            String symbol = transaction.path("symbol").asString("");
            String quantity = transaction.path("quantity").asString("");
            BigDecimal amount =
                    CaseBook.decimal(transaction, "amount").map(BigDecimal::abs).orElse(BigDecimal.ZERO);
            switch (transaction.get("type").asString()) {
                case "BUY" -> book.buy(date, symbol, quantity, amount.toPlainString(), "GBP");
                case "SELL" -> book.sell(date, symbol, quantity, amount.toPlainString(), "GBP");
                // The source states units added: 10 to the 10 that are held.
                case "STOCK_SPLIT" -> book.split(date, symbol, "2", "1");
                default -> book.deposit(date, amount.toPlainString(), "GBP");
            }
        }
        return book;
    }

    /** Quantities and costs of a sale, part by part; the source counts the sale's own fees with the cost. */
    private static void compareParts(JsonNode expected, Holdings holdings, LocalDate date, JsonNode tolerance) {
        List<MatchedLot> parts = holdings.disposals().stream()
                .filter(disposal -> disposal.date().equals(date))
                .flatMap(disposal -> disposal.matched().stream())
                .toList();
        assertThat(parts).hasSize(expected.size());
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = expected.get(i);
            MatchedLot found = parts.get(i);
            LocalDate with = LocalDate.parse(part.path("matched_with").asString(date.toString()));
            assertThat(found.quantity().doubleValue())
                    .isCloseTo(part.get("quantity").asDouble(), within(1e-9));
            double gain = found.proceeds()
                    .orElseThrow()
                    .amount()
                    .subtract(found.cost().orElseThrow().amount())
                    .doubleValue();
            assertThat(gain)
                    .isCloseTo(
                            part.get("gain").asDouble(),
                            within(tolerance.get("detail_abs").asDouble()));
            if (!part.get("rule").asString().equals("SECTION_104")) {
                assertThat(found.opened()).isEqualTo(with);
            }
        }
    }

    // Corporate actions

    static Stream<Arguments> spin_offs() {
        return oracles("corporate_actions", kinds("spin_off"));
    }

    @ParameterizedTest
    @MethodSource("spin_offs")
    void cost_divides_over_a_spin_off(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        JsonNode expected = oracle.get("expected");
        BigDecimal fraction =
                BigDecimal.ONE.subtract(inputs.get("parent_fraction").decimalValue());
        Holdings holdings = holding(inputs.get("parent"))
                .security("Y", "USD")
                .add(new CorporateAction.SpinOff(
                        LocalDate.of(2025, 1, 20),
                        Book.id("X"),
                        Book.id("Y"),
                        inputs.get("ratio").decimalValue(),
                        BigDecimal.ONE,
                        fraction,
                        ""))
                .holdings("2025-02-01", LotMatching.FIFO);
        assertThat(cost(holdings, "X"))
                .isEqualByComparingTo(expected.get("parent_basis").decimalValue());
        assertThat(cost(holdings, "Y"))
                .isEqualByComparingTo(expected.get("spinoff_basis").decimalValue());
        assertThat(holdings.positions().get(Book.id("Y")).quantity())
                .isEqualByComparingTo(expected.get("spinoff_shares").decimalValue());
    }

    static Stream<Arguments> fractions() {
        return oracles("corporate_actions", kinds("cash_in_lieu"));
    }

    /** Cash in lieu is the sale of a fraction. */
    @ParameterizedTest
    @MethodSource("fractions")
    void cash_in_lieu_sells_a_fraction(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        String[] ratio = inputs.get("ratio").asString().split(":", 2);
        Book book = holding(inputs)
                .add(new Transaction.Split(
                        TransactionType.REVERSE_SPLIT,
                        LocalDate.of(2025, 1, 20),
                        Book.id("X"),
                        new BigDecimal(ratio[0]),
                        new BigDecimal(ratio[1]),
                        ""));
        BigDecimal due = book.holdings("2025-01-20", LotMatching.FIFO)
                .positions()
                .get(Book.id("X"))
                .quantity();
        BigDecimal fraction = due.remainder(BigDecimal.ONE).round(new MathContext(15));
        book.sell(
                "2025-01-21",
                "X",
                fraction.toPlainString(),
                inputs.path("cash_in_lieu").asString("0"),
                "USD");
        Disposal sale =
                book.holdings("2025-02-01", LotMatching.FIFO).disposals().get(0);
        double tolerance = oracle.get("tolerance").get("abs").asDouble();
        JsonNode expected = oracle.get("expected");
        assertThat(due.doubleValue()).isCloseTo(expected.get("shares_due").asDouble(), within(tolerance));
        assertThat(sale.cost().orElseThrow().amount().doubleValue())
                .isCloseTo(expected.get("fraction_basis").asDouble(), within(tolerance));
        if (expected.has("gain")) {
            assertThat(sale.realizedGain().orElseThrow().amount().doubleValue())
                    .isCloseTo(expected.get("gain").asDouble(), within(tolerance));
        }
    }

    static Stream<Arguments> stock_dividends() {
        return oracles("corporate_actions", kinds("stock_dividend"));
    }

    @ParameterizedTest
    @MethodSource("stock_dividends")
    void a_stock_dividend_spreads_the_cost(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        JsonNode expected = oracle.get("expected");
        BigDecimal held = inputs.get("shares").decimalValue();
        if (inputs.has("new_shares")) {
            Holdings holdings = holding(inputs)
                    .add(new Transaction.Split(
                            TransactionType.BONUS,
                            LocalDate.of(2025, 1, 20),
                            Book.id("X"),
                            held.add(inputs.get("new_shares").decimalValue()),
                            held,
                            ""))
                    .holdings("2025-02-01", LotMatching.FIFO);
            assertThat(cost(holdings, "X")
                            .divide(holdings.positions().get(Book.id("X")).quantity()))
                    .isEqualByComparingTo(expected.get("per_share_after").decimalValue());
            return;
        }
        BigDecimal units = inputs.get("new_class_shares").decimalValue();
        BigDecimal given = units.multiply(inputs.get("market_value_new").decimalValue());
        BigDecimal kept = held.multiply(inputs.get("market_value_old").decimalValue());
        Holdings holdings = holding(inputs)
                .security("Y", "USD")
                .add(new CorporateAction.SpinOff(
                        LocalDate.of(2025, 1, 20),
                        Book.id("X"),
                        Book.id("Y"),
                        units,
                        held,
                        given.divide(given.add(kept), MathContext.DECIMAL128),
                        ""))
                .holdings("2025-02-01", LotMatching.FIFO);
        assertThat(cost(holdings, "X"))
                .isEqualByComparingTo(expected.get("basis_old").decimalValue());
        assertThat(cost(holdings, "Y"))
                .isEqualByComparingTo(expected.get("basis_new").decimalValue());
    }

    static Stream<Arguments> returns_of_capital() {
        return oracles("corporate_actions", kinds("return_of_capital"));
    }

    @ParameterizedTest
    @MethodSource("returns_of_capital")
    void returned_capital_lowers_the_cost_to_nothing_and_is_a_gain_then(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book().buy("2005-01-10", "X", "10", inputs.get("basis").asString(), "USD");
        int index = 0;
        BigDecimal gains = BigDecimal.ZERO;
        for (JsonNode paid : inputs.get("distributions")) {
            LocalDate date = LocalDate.of(paid.get("year").asInt(), 6, 1);
            book.add(new CorporateAction.ReturnOfCapital(
                    date, Book.id("X"), Money.of(paid.get("amount").asString(), "USD"), BigDecimal.ZERO, ""));
            Holdings holdings = book.holdings(date.toString(), LotMatching.FIFO);
            BigDecimal all = holdings.disposals().stream()
                    .map(disposal -> disposal.realizedGain().orElseThrow().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            JsonNode expected = oracle.get("expected");
            assertThat(cost(holdings, "X"))
                    .isEqualByComparingTo(expected.get("basis_after").get(index).decimalValue());
            assertThat(all.subtract(gains))
                    .isEqualByComparingTo(
                            expected.get("capital_gain").get(index).decimalValue());
            gains = all;
            index++;
        }
    }

    static Stream<Arguments> methods() {
        return oracles("corporate_actions", kinds("lot_method"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void cost_of_a_sale_by_method(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book();
        if (inputs.has("total_basis")) {
            book.buy(
                    "2000-01-03",
                    "X",
                    inputs.get("shares").asString(),
                    inputs.get("total_basis").asString(),
                    "USD");
        }
        if (inputs.has("remaining")) {
            JsonNode rest = inputs.get("remaining");
            book.buy(
                    "2000-01-03",
                    "X",
                    rest.get("shares").asString(),
                    rest.get("basis").asString(),
                    "USD");
        }
        List<JsonNode> buys = new ArrayList<>();
        inputs.path("buys").forEach(buys::add);
        if (inputs.has("buy")) {
            buys.add(inputs.get("buy"));
        }
        for (JsonNode buy : buys) {
            book.buyAt(
                    buy.get("date").asString(),
                    "X",
                    buy.get("shares").asString(),
                    buy.get("price").asString(),
                    "USD");
        }
        JsonNode sell = inputs.path("sell");
        String units = sell.path("shares").asString(inputs.path("sell_shares").asString(""));
        BigDecimal price = CaseBook.decimal(sell, "price").orElse(BigDecimal.ZERO);
        book.sell(
                "2010-01-04", "X", units, price.multiply(new BigDecimal(units)).toPlainString(), "USD");
        Disposal sale = book.holdings(
                        "2010-01-04", LotMatching.valueOf(inputs.get("method").asString()))
                .disposals()
                .get(0);
        JsonNode expected = oracle.get("expected");
        assertThat(sale.cost().orElseThrow().amount())
                .isEqualByComparingTo(expected.get("basis").decimalValue());
        if (expected.has("gain")) {
            assertThat(sale.realizedGain().orElseThrow().amount())
                    .isEqualByComparingTo(expected.get("gain").decimalValue());
        }
    }

    static Stream<Arguments> transfers() {
        return oracles("corporate_actions", kinds("transfer"));
    }

    @ParameterizedTest
    @MethodSource("transfers")
    void lots_move_with_their_dates(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book sender = new Book();
        for (JsonNode lot : inputs.get("account_a")) {
            BigDecimal paid = lot.get("shares")
                    .decimalValue()
                    .multiply(lot.get("price").decimalValue())
                    .add(lot.get("fee").decimalValue());
            sender.buy(lot.get("date").asString(), "X", lot.get("shares").asString(), paid.toPlainString(), "USD");
        }
        String date = inputs.get("transfer").get("date").asString();
        sender.transferOut(date, "X", inputs.get("transfer").get("shares").asString());
        Holdings left = sender.holdings(date, LotMatching.FIFO);
        Book receiver = new Book();
        InKindTransfer.receipts(left.disposals().get(0), LocalDate.parse(date), "")
                .forEach(receiver::add);
        Holdings arrived = receiver.holdings(date, LotMatching.FIFO);
        JsonNode expected = oracle.get("expected");
        assertThat(texts(arrived)).isEqualTo(texts(expected.get("account_b").get("lots")));
        assertThat(texts(left)).isEqualTo(texts(expected.get("account_a").get("lots")));
        assertThat(cost(arrived, "X"))
                .isEqualByComparingTo(
                        expected.get("account_b").get("total_basis").decimalValue());
    }

    private static List<String> texts(Holdings holdings) {
        return holdings.positions().get(Book.id("X")).lots().stream()
                .map(lot -> text(lot.opened().toString(), lot.quantity(), amount(lot)))
                .toList();
    }

    private static List<String> texts(JsonNode lots) {
        List<String> texts = new ArrayList<>();
        for (JsonNode lot : lots) {
            BigDecimal units = lot.get("shares").decimalValue();
            BigDecimal cost = units.multiply(lot.get("price").decimalValue())
                    .add(lot.get("fee").decimalValue());
            texts.add(text(lot.get("date").asString(), units, cost));
        }
        return texts;
    }

    private static String text(String date, BigDecimal units, BigDecimal cost) {
        return date + " " + units.stripTrailingZeros().toPlainString() + " "
                + cost.stripTrailingZeros().toPlainString();
    }

    private static Book holding(JsonNode inputs) {
        return new Book()
                .buy(
                        "2020-01-10",
                        "X",
                        inputs.get("shares").asString(),
                        inputs.get("basis").asString(),
                        "USD");
    }

    private static BigDecimal cost(Holdings holdings, String symbol) {
        return holdings.positions().get(Book.id(symbol)).lots().stream()
                .map(LotOraclesTest::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Lot lot) {
        return lot.cost().orElseThrow().amount();
    }

    // Trades and currency

    /** Without two in foreign currency: a stated rate is tested below. */
    static Stream<Arguments> trades() {
        return oracles(
                "lots",
                kinds("trades")
                        .and(oracle ->
                                !oracle.get("inputs").get("transactions").get(0).has("amount_eur")));
    }

    /** All but the internal rate of return, which is no matter of lots. Deliveries are stated with their value, as trades are. */
    @ParameterizedTest
    @MethodSource("trades")
    void closed_trades_of_portfolio_performance(JsonNode oracle) {
        Book book = new Book();
        for (JsonNode transaction : oracle.get("inputs").get("transactions")) {
            String date = transaction.get("date").asString();
            String shares = transaction.get("shares").asString();
            BigDecimal price = CaseBook.decimal(transaction, "price").orElse(BigDecimal.ZERO);
            String amount = CaseBook.decimal(transaction, "amount")
                    .orElse(price.multiply(transaction.get("shares").decimalValue()))
                    .toPlainString();
            if (List.of("BUY", "DELIVERY_INBOUND")
                    .contains(transaction.get("type").asString())) {
                book.buy(date, "X", shares, amount, "EUR");
            } else {
                book.sell(date, "X", shares, amount, "EUR");
            }
        }
        List<ClosedTrade> trades =
                ClosedTrade.of(book.holdings("2030-01-01", LotMatching.FIFO).disposals());
        List<JsonNode> expected = new ArrayList<>();
        oracle.get("expected").get("trades").forEach(trade -> {
            if (trade.get("closed").asBoolean()) {
                expected.add(trade);
            }
        });
        assertThat(trades).hasSameSizeAs(expected);
        double cents = oracle.get("tolerance").get("money_abs").asDouble();
        for (int i = 0; i < trades.size(); i++) {
            compare(trades.get(i), expected.get(i), cents);
        }
    }

    private static void compare(ClosedTrade trade, JsonNode wanted, double cents) {
        Map<String, Object> found = Map.of(
                "long", !trade.isShort(),
                "start", trade.opened(),
                "end", trade.closed());
        found.forEach((key, value) -> {
            if (wanted.has(key)) {
                assertThat(value.toString()).as(key).isEqualTo(wanted.get(key).asString());
            }
        });
        Map<String, BigDecimal> numbers = Map.of(
                "shares", trade.quantity(),
                "entry_value", trade.entry().amount(),
                "profit", trade.profit().amount());
        numbers.forEach((key, value) -> {
            if (wanted.has(key)) {
                assertThat(value.doubleValue())
                        .as(key)
                        .isCloseTo(wanted.get(key).asDouble(), within(cents));
            }
        });
        if (wanted.has("return")) {
            assertThat(trade.rateOfReturn().orElseThrow().doubleValue())
                    .isCloseTo(wanted.get("return").asDouble(), within(1e-4));
        }
    }

    static Stream<Arguments> currency_gains() {
        return oracles("lots", kinds("currency_gains"));
    }

    /** Paid in dollars at rates that the trades state, with costs kept in euros. */
    @ParameterizedTest
    @MethodSource("currency_gains")
    void gains_at_the_rates_of_the_trades(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = new Book().security("X", "USD");
        for (JsonNode transaction : inputs.get("transactions")) {
            LocalDate date = LocalDate.parse(transaction.get("date").asString());
            BigDecimal shares = transaction.get("shares").decimalValue();
            Money gross = Money.of(transaction.get("gross_forex").asString(), "USD");
            TradeTerms terms = TradeTerms.ofRate(new StatedRate(
                    CurrencyCode.of("EUR"), transaction.get("rate_eur_per_usd").decimalValue()));
            boolean buy = transaction.get("type").asString().equals("BUY");
            book.add(
                    buy
                            ? new Transaction.Buy(
                                    TransactionType.BUY,
                                    date,
                                    Book.id("X"),
                                    shares,
                                    Optional.empty(),
                                    gross,
                                    BigDecimal.ZERO,
                                    BigDecimal.ZERO,
                                    terms,
                                    "")
                            : new Transaction.Sell(
                                    TransactionType.SELL,
                                    date,
                                    Book.id("X"),
                                    shares,
                                    Optional.empty(),
                                    gross,
                                    BigDecimal.ZERO,
                                    BigDecimal.ZERO,
                                    terms,
                                    ""));
        }
        JsonNode expected = oracle.get("expected");
        LocalDate end = LocalDate.of(2024, 12, 31);
        for (LotMatching matching : List.of(LotMatching.FIFO, LotMatching.AVERAGE)) {
            Holdings holdings = book.holdings(
                    end.toString(), LotRules.in(book.conversion(end).costIn(CurrencyCode.of("EUR")), matching));
            String key = matching == LotMatching.FIFO ? "realized_fifo" : "realized_moving_average";
            assertThat(holdings.disposals()
                            .get(0)
                            .realizedGain()
                            .orElseThrow()
                            .amount()
                            .doubleValue())
                    .isCloseTo(expected.get(key).asDouble(), within(0.0051));
        }
    }
}
