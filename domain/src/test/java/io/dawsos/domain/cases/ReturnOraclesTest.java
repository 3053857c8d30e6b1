package io.dawsos.domain.cases;

import static io.dawsos.domain.cases.Oracles.known;
import static io.dawsos.domain.cases.Oracles.measures;
import static io.dawsos.domain.cases.Oracles.oracles;
import static io.dawsos.domain.cases.Oracles.tolerance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.PeriodReturn;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.risk.ReturnStatistics;
import io.dawsos.domain.risk.RiskConventions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs the answers about returns of portfolios and series that published libraries and books give. */
class ReturnOraclesTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);

    static Stream<Arguments> daily_series() {
        return oracles("twr_mwr", measures("ttwror_daily_series", "ttwror"));
    }

    @ParameterizedTest
    @MethodSource("daily_series")
    void time_weighted_return_of_portfolio_performance(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Book book = account(inputs);
        ValuationDays days = ReturnCases.everyDay(
                LocalDate.parse(inputs.get("start").asString()),
                LocalDate.parse(inputs.get("end").asString()));
        ReturnSeries returns = ReturnSeries.of(book.valuation("EUR", days));
        JsonNode expected = oracle.get("expected");
        if (expected.isNumber()) {
            assertThat(known(returns.sinceInception())).isCloseTo(expected.asDouble(), within(tolerance(oracle)));
            return;
        }
        for (int day = 0; day < days.size(); day++) {
            assertThat(known(returns.between(-1, day)))
                    .isCloseTo(expected.get("accumulated").get(day).asDouble(), within(tolerance(oracle)));
            if (expected.has("delta")) {
                assertThat(returns.value(day))
                        .isCloseTo(expected.get("delta").get(day).asDouble(), within(tolerance(oracle)));
            }
        }
    }

    /** An account with what came in, went out, was earned and charged. */
    static Book account(JsonNode inputs) {
        Book book = new Book();
        for (JsonNode event : inputs.get("account_events")) {
            String date = event.get("date").asString();
            String amount = event.get("amount").asString();
            switch (event.get("type").asString()) {
                case "DEPOSIT" -> book.deposit(date, amount, "EUR");
                case "WITHDRAWAL" -> book.withdraw(date, amount, "EUR");
                case "FEE" -> book.fee(date, amount, "EUR");
                default -> book.interest(date, amount, "EUR");
            }
        }
        return book;
    }

    static Stream<Arguments> chains() {
        return oracles("twr_mwr", measures("chain_link"));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void linked_returns(JsonNode oracle) {
        assertThat(known(series(oracle.get("inputs").get("returns")).sinceInception()))
                .isCloseTo(oracle.get("expected").asDouble(), within(tolerance(oracle)));
    }

    static Stream<Arguments> dietz() {
        return oracles("twr_mwr", measures("modified_dietz"));
    }

    @ParameterizedTest
    @MethodSource("dietz")
    void modified_dietz_return(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        List<Double> times = new ArrayList<>();
        List<Double> amounts = new ArrayList<>();
        times.add(0.0);
        amounts.add(-inputs.get("begin_value").asDouble());
        for (JsonNode flow : inputs.get("flows")) {
            times.add(
                    flow.has("day")
                            ? flow.get("day").asDouble()
                            : flow.get("time_years").asDouble());
            amounts.add(-flow.get("amount").asDouble());
        }
        times.add(
                inputs.has("days")
                        ? inputs.get("days").asDouble()
                        : inputs.get("years").asDouble());
        amounts.add(inputs.get("end_value").asDouble());
        CashFlows flows = CashFlows.at(
                times.stream().mapToDouble(time -> time).toArray(),
                amounts.stream().mapToDouble(amount -> amount).toArray());
        JsonNode expected = oracle.get("expected");
        JsonNode tolerance = oracle.get("tolerance");
        assertThat(known(PeriodReturn.modifiedDietz(flows)))
                .isCloseTo(
                        expected.isNumber()
                                ? expected.asDouble()
                                : expected.get("return").asDouble(),
                        within(
                                tolerance.has("abs")
                                        ? tolerance(oracle)
                                        : tolerance.get("return_abs").asDouble()));
    }

    static Stream<Arguments> rates_of_records() {
        return oracles(
                "twr_mwr",
                measures("irr")
                        .and(oracle -> !oracle.get("inputs").path("prices").isString()));
    }

    /** Before taxes and after fees, as the source states the return of a security; without its holdings in foreign currency. */
    @ParameterizedTest
    @MethodSource("rates_of_records")
    void money_weighted_return_of_portfolio_performance(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        Assumptions.assumeFalse(inputs.has("securities"), "the portfolio's values are not stated as figures");
        List<Integer> days = new ArrayList<>();
        List<Double> amounts = new ArrayList<>();
        double shares = 0;
        for (JsonNode transaction : inputs.get("transactions")) {
            double taxes = transaction.path("tax_withheld").asDouble(0);
            for (JsonNode unit : transaction.path("units")) {
                taxes += unit.get("type").asString().equals("TAX")
                        ? unit.get("amount").asDouble()
                        : 0;
            }
            String type = transaction.get("type").asString();
            double amount = transaction
                    .path("amount")
                    .asDouble(transaction.path("net_amount").asDouble(0));
            double units = transaction.path("shares").asDouble(0);
            double flow = switch (type) {
                case "BUY", "DELIVERY_INBOUND" -> taxes - amount;
                case "FEES" -> -amount;
                case "SELL", "DIVIDENDS" -> amount + taxes;
                case "FEES_REFUND" -> amount;
                default -> 0; // taxes stay out, and transfers between its own accounts cancel
            };
            shares += switch (type) {
                case "BUY", "DELIVERY_INBOUND" -> units;
                case "SELL" -> -units;
                default -> 0;
            };
            days.add((int) LocalDate.parse(transaction.get("date").asString()).toEpochDay());
            amounts.add(flow);
        }
        if (inputs.has("prices")) {
            double price = 0;
            for (Map.Entry<String, JsonNode> quote : inputs.get("prices").properties()) {
                price = quote.getValue().asDouble();
            }
            days.add((int) LocalDate.parse(inputs.get("end").asString()).toEpochDay());
            amounts.add(shares * price);
        }
        CashFlows flows = CashFlows.onDays(
                days.stream().mapToInt(day -> day).toArray(),
                amounts.stream().mapToDouble(amount -> amount).toArray());
        JsonNode expected = oracle.get("expected");
        assertThat(known(MoneyWeightedReturn.of(flows).flatMap(MoneyWeightedReturn::annual)))
                .isCloseTo(
                        expected.isNumber()
                                ? expected.asDouble()
                                : expected.get("irr").asDouble(),
                        within(tolerance(oracle)));
    }

    static Stream<Arguments> yearly_returns() {
        return oracles("twr_mwr", measures("twr_annualized", "cagr"));
    }

    @ParameterizedTest
    @MethodSource("yearly_returns")
    void returns_a_year(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        double total = inputs.has("returns")
                ? known(series(inputs.get("returns")).sinceInception())
                : inputs.get("end_value").asDouble() / inputs.get("begin_value").asDouble() - 1;
        double years = inputs.has("years")
                ? inputs.get("years").asDouble()
                : inputs.get("returns").size() / inputs.get("periods_per_year").asDouble();
        MoneyWeightedReturn.Rate rate = new MoneyWeightedReturn.Rate(Math.log1p(total) / years);
        assertThat(known(rate.annual())).isCloseTo(oracle.get("expected").asDouble(), within(tolerance(oracle)));
    }

    static Stream<Arguments> falls() {
        return oracles("twr_mwr", measures("max_drawdown", "longest_recovery"));
    }

    @ParameterizedTest
    @MethodSource("falls")
    void drawdown_of_portfolio_performance(JsonNode oracle) {
        List<JsonNode> wealth = new ArrayList<>();
        oracle.get("inputs").get("accumulated_returns").forEach(wealth::add);
        double[] returns = new double[wealth.size()];
        returns[0] = Double.NaN;
        for (int i = 1; i < returns.length; i++) {
            returns[i] = (1 + wealth.get(i).asDouble()) / (1 + wealth.get(i - 1).asDouble()) - 1;
        }
        LocalDate first = LocalDate.parse(oracle.get("inputs").get("first_date").asString());
        var drawdown = known(ReturnSeries.of(ReturnCases.everyDay(first, first.plusDays(returns.length - 1L)), returns)
                .last(returns.length)
                .maxDrawdown());
        JsonNode expected = oracle.get("expected");
        if (expected.has("max_drawdown")) {
            assertThat(-drawdown.depth()).isCloseTo(expected.get("max_drawdown").asDouble(), within(tolerance(oracle)));
        } else {
            assertThat(drawdown.trough())
                    .isEqualTo(expected.get("longest_recovery").get("start").asString());
            assertThat(drawdown.recovery().orElseThrow())
                    .isEqualTo(expected.get("longest_recovery").get("end").asString());
        }
    }

    // Risk: a year has 252 days here; other periods per year only scale by a square root

    /** Without the case whose daily risk-free rate of -10 % no yearly percentage can carry. */
    static Stream<Arguments> empyrical() {
        return oracles(
                "risk_empyrical",
                measures("cum_returns_final", "max_drawdown", "annual_volatility", "sharpe_ratio")
                        .and(oracle -> !oracle.get("id").asString().equals("emp-sharpe_ratio-02")));
    }

    @ParameterizedTest
    @MethodSource("empyrical")
    void statistics_of_empyrical(JsonNode oracle) {
        JsonNode inputs = oracle.get("inputs");
        ReturnSeries returns = series(inputs.get("returns").get("values"));
        ReturnWindow window = returns.last(returns.days().size());
        Figure<Double> figure = switch (oracle.get("measure").asString()) {
            case "cum_returns_final" -> returns.sinceInception();
            case "max_drawdown" -> window.maxDrawdown().map(drawdown -> drawdown.depth());
            case "annual_volatility" ->
                window.volatility().map(volatility -> volatility * periodScale(inputs.path("period")));
            default -> window.sharpeRatio(riskFree(returns, inputs.get("risk_free")), "rate");
        };
        if (oracle.get("expected").isString()) {
            assertThat(figure.whyMissing()).isPresent();
        } else {
            assertThat(known(figure)).isCloseTo(oracle.get("expected").asDouble(), within(tolerance(oracle)));
        }
    }

    private static double periodScale(JsonNode period) {
        return switch (period.asString("daily")) {
            case "monthly" -> Math.sqrt(12.0 / 252);
            case "weekly" -> Math.sqrt(52.0 / 252);
            default -> 1;
        };
    }

    /** Turns a rate per day into the yearly percentage that gives it back. */
    private static ObservationSeries riskFree(ReturnSeries returns, JsonNode rates) {
        ObservationSeries.Builder builder = new ObservationSeries.Builder(16);
        for (int day = 0; day < returns.days().size(); day++) {
            JsonNode rate = rates.isObject() ? rates.get("values").get(day) : rates;
            if (rate.isNumber()) {
                builder.add(
                        returns.days().day(day), BigDecimal.valueOf(100 * (Math.pow(1 + rate.asDouble(), 252) - 1)));
            }
        }
        return builder.build();
    }

    /** The 24 monthly returns of Bacon's portfolio; PerformanceAnalytics 2.1.0 gives these two figures for them. */
    @ParameterizedTest
    @MethodSource("bacon")
    void statistics_of_performance_analytics(ReturnSeries returns) {
        ReturnWindow window = returns.last(24);
        assertThat(known(window.volatility()) / Math.sqrt(252)).isCloseTo(0.0395485392463709, within(1e-9));
        assertThat(known(window.maxDrawdown()).depth()).isCloseTo(-0.144672955739218, within(1e-9));
    }

    static Stream<Arguments> bacon() {
        return NumericCase.all().stream()
                .filter(numeric -> numeric.id().equals("N58-1"))
                .map(numeric -> Arguments.of(series(numeric.inputs().get("returns"))));
    }

    /** Logarithmic returns over the whole period, not a year: so as many periods a year as there are returns. */
    static Stream<Arguments> logarithmic() {
        return oracles("twr_mwr", measures("std_and_semi_deviation"));
    }

    @ParameterizedTest
    @MethodSource("logarithmic")
    void deviations_of_portfolio_performance(JsonNode oracle) {
        double[] returns = XirrOraclesTest.doubles(oracle.get("inputs").get("returns"));
        Assumptions.assumeTrue(returns.length > 1, "of one return there is no deviation here, where the source says 0");
        double[] logs = Arrays.stream(returns).map(Math::log1p).toArray();
        RiskConventions whole = RiskConventions.DAILY
                .periods(logs.length)
                .divided(RiskConventions.Divisor.LESS_ONE, RiskConventions.Divisor.LESS_ONE);
        JsonNode expected = oracle.get("expected");
        assertThat(known(ReturnStatistics.volatility(logs, whole)))
                .isCloseTo(expected.get("standard_deviation").asDouble(), within(tolerance(oracle)));
        assertThat(known(ReturnStatistics.semiDeviation(logs, whole)))
                .isCloseTo(expected.get("semi_deviation").asDouble(), within(tolerance(oracle)));
    }

    static Stream<Arguments> price_volatility() {
        return oracles("twr_mwr", measures("annualized_volatility"));
    }

    @ParameterizedTest
    @MethodSource("price_volatility")
    void volatility_of_prices(JsonNode oracle) {
        double[] prices = XirrOraclesTest.doubles(oracle.get("inputs").get("prices"));
        ReturnSample returns =
                ReturnSample.ofLevels(IntStream.range(0, prices.length).toArray(), prices);
        assertThat(known(ReturnStatistics.volatility(returns.values(), RiskConventions.DAILY)))
                .isCloseTo(oracle.get("expected").asDouble(), within(tolerance(oracle)));
    }

    private static ReturnSeries series(JsonNode values) {
        double[] returns = StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(value -> value.isNumber() ? value.asDouble() : Double.NaN)
                .toArray();
        int[] days = IntStream.range(0, returns.length)
                .map(day -> Math.toIntExact(FIRST.toEpochDay()) + day)
                .toArray();
        return ReturnSeries.of(ValuationDays.of(days), returns);
    }
}
