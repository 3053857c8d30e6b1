package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyCosts;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.Sleeve;
import io.dawsos.domain.performance.SleeveReturns;
import io.dawsos.domain.risk.DrawdownPath;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Securities as Portfolio Performance records them: taxes left out, fees in, every calendar day valued, deviations of logarithmic
 * returns over the trading days on which something was held at both ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityRecordOraclesTest {

    private static final Map<String, Function<JsonNode, Object>> CALCULATIONS = Map.of(
            "ttwror+ttwror_annualized",
            oracle -> returns(oracle.get("inputs")),
            "client_performance_snapshot",
            oracle -> bridge(oracle.get("inputs")),
            "ttwror_weekly_aggregation",
            oracle -> weekly(oracle.get("inputs")),
            "security_record",
            oracle -> risk(oracle.get("inputs"), oracle.get("kind").asString()));

    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private final OracleTable table = new OracleTable(
            "twr_mwr",
            CALCULATIONS,
            List.of(
                    "ttwror_daily_series",
                    "ttwror",
                    "chain_link",
                    "max_drawdown",
                    "longest_recovery",
                    "modified_dietz",
                    "irr",
                    "twr_annualized",
                    "cagr",
                    "std_and_semi_deviation",
                    "annualized_volatility"));

    Stream<Arguments> cases() {
        return table.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gives_the_published_answer(JsonNode oracle) {
        table.run(oracle);
    }

    @AfterAll
    void report() {
        table.report();
    }

    /** Days of an account linked by weeks that begin on Monday. */
    private static Object weekly(JsonNode inputs) {
        LocalDate first = LocalDate.parse(inputs.get("start").asString());
        LocalDate last = LocalDate.parse(inputs.get("end").asString());
        ReturnSeries returns =
                ReturnSeries.of(ReturnOraclesTest.account(inputs).valuation("EUR", ReturnCases.everyDay(first, last)));
        List<Figure<Double>> weeks = new ArrayList<>();
        List<Figure<Double>> accumulated = new ArrayList<>();
        int after = -1;
        for (int day = 0; day < returns.days().size(); day++) {
            if (day == returns.days().size() - 1 || returns.days().date(day).getDayOfWeek() == DayOfWeek.SUNDAY) {
                weeks.add(returns.between(after, day));
                accumulated.add(returns.between(-1, day));
                after = day;
            }
        }
        return Map.of("delta", weeks, "accumulated", accumulated);
    }

    /** What a portfolio was worth, what crossed its border and what it cost, between the ends of two days. */
    private static Object bridge(JsonNode inputs) {
        if (inputs.has("securities") || inputs.has("security_currency")) {
            throw new NotSupportedException("a whole portfolio of several accounts and currencies");
        }
        String currency = inputs.path("account_currency").asString("EUR");
        Book book = new Book();
        LocalDate first = LocalDate.parse(inputs.get("start").asString());
        for (JsonNode transaction : inputs.get("transactions")) {
            LocalDate date = LocalDate.parse(transaction.get("date").asString());
            first = date.isBefore(first) ? date : first;
            enter(book, transaction, currency);
        }
        for (Map.Entry<String, JsonNode> price : inputs.path("prices").path("X").properties()) {
            book.price("X", price.getKey(), price.getValue().asString());
        }
        for (Map.Entry<String, JsonNode> rate : inputs.path("fx").path("EURUSD").properties()) {
            book.rate("EUR", "USD", rate.getKey(), rate.getValue().asString());
        }
        DailyValuation valuation = book.valuation(
                "EUR",
                ReturnCases.everyDay(first, LocalDate.parse(inputs.get("end").asString())));
        int start = valuation
                .days()
                .indexOnOrBefore(LocalDate.parse(inputs.get("start").asString()));
        int end = valuation.days().size() - 1;
        DailyCosts costs = DailyCosts.of(book.entries(), valuation).asOptional().orElseThrow();
        double transfers = 0;
        double fees = 0;
        double taxes = 0;
        for (int day = start + 1; day <= end; day++) {
            transfers += valuation.inflow(day) - valuation.outflow(day);
            fees += costs.fees(day);
            taxes += costs.taxes(day);
        }
        return Map.of(
                "initial_value",
                valuation.total(start),
                "final_value",
                valuation.total(end),
                "transfers",
                transfers,
                "absolute_delta",
                valuation.total(end) - transfers - valuation.total(start),
                "fees",
                fees,
                "taxes",
                taxes);
    }

    private static void enter(Book book, JsonNode transaction, String currency) {
        String date = transaction.get("date").asString();
        String amount = transaction.get("amount").asString();
        switch (transaction.get("type").asString()) {
            case "DEPOSIT" -> book.deposit(date, amount, currency);
            case "WITHDRAWAL" -> book.withdraw(date, amount, currency);
            case "INTEREST" -> book.interest(date, amount, currency);
            case "FEES" -> book.fee(date, amount, currency);
            case "FEES_REFUND" -> book.fee(date, "-" + amount, currency);
            case "BUY" -> book.buy(date, "X", transaction.get("shares").asString(), amount, currency);
            case "SELL" -> book.sell(date, "X", transaction.get("shares").asString(), amount, currency);
            default -> throw new NotSupportedException("a delivery with costs and without a price");
        }
    }

    private static ReturnSeries series(JsonNode inputs) {
        DailyValuation valuation = valuation(inputs);
        return SleeveReturns.of(valuation, sleeve(valuation));
    }

    private static Sleeve sleeve(DailyValuation valuation) {
        return valuation.sleeves().stream()
                .filter(sleeve -> sleeve.security().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static DailyValuation valuation(JsonNode inputs) {
        if (!inputs.get("currency").equals(inputs.get("security_currency"))) {
            throw new NotSupportedException("amounts in two currencies with rates of their own");
        }
        if (inputs.get("prices").isString()) {
            throw new NotSupportedException("prices that are not part of the case");
        }
        Book book = new Book().security("X", "EUR");
        boolean moves = false;
        LocalDate first = LocalDate.parse(inputs.get("end").asString());
        for (JsonNode transaction : inputs.get("transactions")) {
            LocalDate date = LocalDate.parse(transaction.get("date").asString());
            first = date.isBefore(first) ? date : first;
            moves |= transaction.get("type").asString().equals("TRANSFER_OUT");
        }
        for (JsonNode transaction : inputs.get("transactions")) {
            add(book, transaction, moves);
        }
        for (Map.Entry<String, JsonNode> price : inputs.get("prices").properties()) {
            book.price("X", price.getKey(), price.getValue().asString());
        }
        return book.valuation(
                "EUR",
                ReturnCases.everyDay(first, LocalDate.parse(inputs.get("end").asString())));
    }

    private static void add(Book book, JsonNode transaction, boolean moves) {
        String date = transaction.get("date").asString();
        BigDecimal taxes = transaction.has("taxes") ? transaction.get("taxes").decimalValue() : BigDecimal.ZERO;
        for (JsonNode unit : transaction.path("units")) {
            if (unit.get("type").asString().equals("TAX")) {
                taxes = taxes.add(unit.get("amount").decimalValue());
            }
        }
        BigDecimal amount = transaction.get("amount").decimalValue();
        String units = transaction.path("shares").asString("0");
        switch (transaction.get("type").asString()) {
            case "BUY", "DELIVERY_INBOUND" ->
                book.buy(date, "X", units, amount.subtract(taxes).toPlainString(), "EUR");
            case "TRANSFER_IN" -> {
                if (!moves) {
                    book.buy(date, "X", units, amount.toPlainString(), "EUR");
                }
            }
            case "SELL" -> book.sell(date, "X", units, amount.add(taxes).toPlainString(), "EUR");
            case "DIVIDENDS" ->
                book.add(new Transaction.Dividend(
                        LocalDate.parse(date),
                        Book.id("X"),
                        Money.of(amount.add(taxes).toPlainString(), "EUR"),
                        BigDecimal.ZERO,
                        ""));
            case "TRANSFER_OUT", "TAX_REFUND", "TAXES" -> {
                // between its own accounts, or left out
            }
            default -> throw new NotSupportedException("fees that belong to a security but to no trade of it");
        }
    }

    private static Object returns(JsonNode inputs) {
        Figure<Double> total = series(inputs).sinceInception();
        long days = LocalDate.parse(inputs.get("end").asString()).toEpochDay()
                - LocalDate.parse(inputs.get("start").asString()).toEpochDay();
        return Map.of(
                "ttwror",
                total,
                "ttwror_annualized",
                total.flatMap(value -> new MoneyWeightedReturn.Rate(Math.log1p(value) * 365 / days).annual()));
    }

    private static Object risk(JsonNode inputs, String kind) {
        if (!kind.equals("risk_pp_record")) {
            throw new NotSupportedException("records of cost and gains; lots are tested by their own cases");
        }
        DailyValuation valuation = valuation(inputs);
        Sleeve sleeve = sleeve(valuation);
        ReturnSeries series = SleeveReturns.of(valuation, sleeve);
        int size = valuation.days().size();
        // The end of the first day with a holding is the first peak there
        double[] all = IntStream.range(series.firstKnown() + 1, size)
                .filter(series::known)
                .mapToDouble(series::value)
                .toArray();
        double[] logs = IntStream.range(1, size)
                .filter(day -> sleeve.baseValue(day - 1) > 0 && sleeve.baseValue(day) > 0)
                .filter(day -> open(valuation.days().date(day)))
                .mapToDouble(day -> Math.log1p(series.value(day)))
                .toArray();
        RiskConventions whole = RiskConventions.DAILY.periods(logs.length).divided(Divisor.LESS_ONE, Divisor.LESS_ONE);
        return Map.of(
                "max_drawdown", DrawdownPath.of(all).map(DrawdownPath::maximum),
                "standard_deviation", ReturnStatistics.volatility(logs, whole),
                "semi_deviation", ReturnStatistics.semiDeviation(logs, whole));
    }

    private static boolean open(LocalDate date) {
        LocalDate easter = easter(date.getYear());
        return date.getDayOfWeek().getValue() < 6
                && !CLOSED.contains(MonthDay.from(date))
                && !date.equals(easter.minusDays(2))
                && !date.equals(easter.plusDays(1));
    }

    /** The Sunday by Gauss's rule in the form of Butcher (Nature, 1876). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
