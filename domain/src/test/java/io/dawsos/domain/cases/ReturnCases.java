package io.dawsos.domain.cases;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.CashFlows;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.Drawdown;
import io.dawsos.domain.performance.MoneyWeightedReturn;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ValuationDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Returns of ledgers and of series. */
final class ReturnCases {

    private ReturnCases() {}

    static Answers twr(JsonNode inputs) {
        ValuationDays days = everyDay(
                LocalDate.parse(inputs.get("start").asString()),
                LocalDate.parse(inputs.get("end").asString()));
        Book book = new CaseBook(inputs).book();
        DailyValuation valuation = book.valuation(inputs.get("currency").asString(), days);
        return returns(ReturnSeries.of(valuation))
                .with(
                        "irr",
                        () -> MoneyWeightedReturn.of(valuation, -1, days.size() - 1)
                                .flatMap(MoneyWeightedReturn::annual)
                                .asOptional()
                                .orElseThrow());
    }

    static ValuationDays everyDay(LocalDate first, LocalDate last) {
        return ValuationDays.of(IntStream.rangeClosed((int) first.toEpochDay(), (int) last.toEpochDay())
                .toArray());
    }

    static Answers returns(ReturnSeries returns) {
        return new Answers()
                .with("status", () -> returns.sinceInception().asOptional().isPresent() ? "AVAILABLE" : "UNAVAILABLE")
                .with("twr", () -> returns.sinceInception().asOptional().orElseThrow())
                .with("availableFrom", () -> returns.days().date(returns.firstKnown()))
                .with("skippedDays", returns::skipped)
                .with("dailyReturns", () -> daily(returns))
                .with("cumulativeReturns", () -> cumulative(returns));
    }

    private static Map<String, Object> daily(ReturnSeries returns) {
        Map<String, Object> daily = new TreeMap<>();
        for (int day = 0; day < returns.days().size(); day++) {
            if (returns.known(day)) {
                daily.put(returns.days().date(day).toString(), returns.value(day));
            }
        }
        return daily;
    }

    private static Map<String, Object> cumulative(ReturnSeries returns) {
        Map<String, Object> cumulative = new TreeMap<>();
        for (int day = 0; day < returns.days().size(); day++) {
            cumulative.put(
                    returns.days().date(day).toString(),
                    returns.between(-1, day).asOptional().orElseThrow());
        }
        return cumulative;
    }

    /** The sources search up to 100,000 %; rates beyond that are not theirs. */
    static Answers rate(JsonNode inputs) {
        Figure<MoneyWeightedReturn> found = MoneyWeightedReturn.of(flows(inputs));
        List<Double> rates = found.asOptional().stream()
                .flatMap(some -> some.rates().stream())
                .flatMap(rate -> rate.annual().asOptional().stream())
                .filter(rate -> rate <= 1000)
                .toList();
        return new Answers()
                .with("status", () -> rates.isEmpty() ? "NONE" : rates.size() == 1 ? "UNIQUE" : "MULTIPLE")
                .with("solutionCount", rates::size)
                .with("roots", () -> rates)
                .with("irr", () -> rates.get(0));
    }

    private static CashFlows flows(JsonNode inputs) {
        JsonNode flows = inputs.has("flows") ? inputs.get("flows") : inputs.get("cashFlows");
        double[] amounts = new double[flows.size()];
        double[] periods = new double[flows.size()];
        int[] days = new int[flows.size()];
        for (int i = 0; i < amounts.length; i++) {
            JsonNode flow = flows.get(i);
            periods[i] = i;
            amounts[i] = flow.isNumber() ? flow.asDouble() : flow.get("amount").asDouble();
            days[i] = flow.isNumber()
                    ? i
                    : (int) LocalDate.parse(flow.get("date").asString()).toEpochDay();
        }
        return inputs.has("flows") ? CashFlows.at(periods, amounts) : CashFlows.onDays(days, amounts);
    }

    static Answers cagr(JsonNode inputs) {
        long days = LocalDate.parse(inputs.get("endDate").asString()).toEpochDay()
                - LocalDate.parse(inputs.get("startDate").asString()).toEpochDay();
        double total =
                inputs.get("endValue").asDouble() / inputs.get("startValue").asDouble() - 1;
        return new Answers()
                .with(
                        "cagr",
                        () -> ReturnSeries.annualized(total, days).asOptional().orElseThrow());
    }

    static Answers drawdown(JsonNode inputs) {
        JsonNode cumulative = inputs.get("cumulativeReturns");
        LocalDate first = LocalDate.parse(inputs.get("firstDate").asString());
        double[] returns = new double[cumulative.size()];
        returns[0] = Double.NaN;
        for (int i = 1; i < returns.length; i++) {
            returns[i] = (1 + cumulative.get(i).asDouble())
                            / (1 + cumulative.get(i - 1).asDouble())
                    - 1;
        }
        Drawdown drawdown = ReturnSeries.of(everyDay(first, first.plusDays(returns.length - 1L)), returns)
                .last(returns.length)
                .maxDrawdown()
                .asOptional()
                .orElseThrow();
        return new Answers()
                .with("maxDrawdown", () -> BigDecimal.valueOf(drawdown.depth()).negate())
                .with("recoveryStart", drawdown::trough)
                .with("recoveryEnd", () -> drawdown.recovery().orElseThrow());
    }
}
