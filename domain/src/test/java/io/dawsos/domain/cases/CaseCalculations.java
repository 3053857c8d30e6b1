package io.dawsos.domain.cases;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.performance.ValuationEngine;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PriceTimeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Computes the figures of a case with the product's code, by the case's kind of calculation. */
final class CaseCalculations {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private CaseCalculations() {}

    static Map<String, Object> compute(JsonNode inputs) {
        String calc = inputs.get("calc").asString();
        return switch (calc) {
            case "ledger" -> ledger(inputs);
            case "twr" -> twr(inputs);
            case "net-worth" -> netWorth(inputs);
            case "split-quantity" -> splitQuantity(inputs);
            case "allocate-rounding" ->
                throw new CaseLedger.NotSupported("shown totals of reports come with the reports");
            case "valuation" ->
                throw new CaseLedger.NotSupported("prices of several origins come with the Ledger issue");
            case "xirr", "irr-periodic", "cagr" ->
                throw new CaseLedger.NotSupported("money-weighted returns come with the Numbers issue");
            case "risk", "drawdown" ->
                throw new CaseLedger.NotSupported("risk ratios beyond the overview come with the Numbers issue");
            case "fx-ledger",
                    "trades",
                    "transfer",
                    "uk-pool",
                    "unit-cost",
                    "amount-check",
                    "import-rows",
                    "import-merge",
                    "balance-series" -> throw new CaseLedger.NotSupported("comes with the Ledger issue");
            default -> throw new CaseLedger.NotSupported("no calculation of that kind yet");
        };
    }

    private static Map<String, Object> ledger(JsonNode inputs) {
        if (inputs.path("options").has("dustTolerance")) {
            throw new CaseLedger.NotSupported("a tolerance for dust comes with the Ledger issue");
        }
        CaseLedger ledger = new CaseLedger(inputs);
        LotMatching matching = LotMatching.valueOf(inputs.get("method").asString());
        if (inputs.has("asOfDates")) {
            Map<String, Object> byDate = new LinkedHashMap<>();
            inputs.get("asOfDates")
                    .forEach(date -> byDate.put(
                            date.asString(), ledgerAt(inputs, ledger, matching, LocalDate.parse(date.asString()))));
            return Map.of("byDate", byDate);
        }
        LocalDate asOf = inputs.has("asOf")
                ? LocalDate.parse(inputs.get("asOf").asString())
                : ledger.entries().stream()
                        .map(entry -> entry.transaction().date())
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return ledgerAt(inputs, ledger, matching, asOf);
    }

    private static Map<String, Object> ledgerAt(
            JsonNode inputs, CaseLedger ledger, LotMatching matching, LocalDate asOf) {
        Map<String, Object> result = new LinkedHashMap<>();
        Holdings holdings = LedgerFold.at(ledger.entries(), asOf, matching);
        Map<String, Object> cash = new LinkedHashMap<>();
        // A currency that has not moved yet holds nothing.
        ledger.entries()
                .forEach(entry -> entry.transaction()
                        .cashEffect()
                        .ifPresent(money -> cash.put(money.currency().code(), BigDecimal.ZERO)));
        holdings.cash().forEach((currency, amount) -> cash.put(currency.code(), amount));
        result.put("cash", cash);
        BigDecimal bought = BigDecimal.ZERO;
        BigDecimal income = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (var entry : ledger.entries()) {
            if (entry.transaction().date().isAfter(asOf)) {
                continue;
            }
            if (entry.transaction() instanceof Transaction.Buy buy) {
                bought = bought.add(buy.quantity().multiply(buy.price().orElse(BigDecimal.ZERO)));
                fees = fees.add(buy.fee()).add(buy.tax());
            } else if (entry.transaction() instanceof Transaction.Sell sell) {
                fees = fees.add(sell.fee()).add(sell.tax());
            } else if (entry.transaction() instanceof Transaction.Dividend dividend) {
                income = income.add(dividend.amount().amount());
            }
        }
        BigDecimal realized = holdings.disposals().stream()
                .map(Disposal::realizedGain)
                .flatMap(Optional::stream)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        result.put("realisedGain", realized);
        result.put("income", income);
        result.put("fees", fees);
        if (ledger.securities().size() == 1) {
            SecurityId id = ledger.securities().values().iterator().next();
            position(inputs, ledger, holdings, id, asOf, result, bought, fees, realized, income);
        }
        return result;
    }

    private static void position(
            JsonNode inputs,
            CaseLedger ledger,
            Holdings holdings,
            SecurityId id,
            LocalDate asOf,
            Map<String, Object> result,
            BigDecimal bought,
            BigDecimal fees,
            BigDecimal realized,
            BigDecimal income) {
        List<Lot> lots = Optional.ofNullable(holdings.positions().get(id))
                .map(Position::lots)
                .orElse(List.of());
        BigDecimal quantity = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cost = lots.stream()
                .map(lot -> lot.cost().map(Money::amount).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        result.put("quantity", quantity);
        result.put("openCost", cost);
        result.put("positionListed", !lots.isEmpty());
        if (quantity.signum() != 0) {
            result.put("averageCost", cost.divide(quantity, PRECISION));
        }
        Optional<PriceTimeline.PriceOnDate> price = PriceTimeline.of(
                        id, ledger.slice(asOf).pricesOf(id), ledger.entries())
                .on(asOf);
        Optional<BigDecimal> value = quantity.signum() == 0
                ? Optional.of(BigDecimal.ZERO)
                : price.map(found -> found.price().multiply(quantity));
        if (value.isEmpty()) {
            return;
        }
        BigDecimal unrealized = value.get().subtract(cost);
        boolean feesInCost = inputs.path("options").path("feesInCost").asBoolean(true);
        BigDecimal total = unrealized.add(realized);
        BigDecimal gross = feesInCost ? total.add(fees) : total;
        result.put("marketValue", value.get());
        result.put("unrealisedGain", unrealized);
        result.put("totalGain", total);
        result.put("resultWithIncome", total.add(income));
        result.put("grossGain", gross);
        result.put("netGain", gross.subtract(fees));
        if (cost.signum() != 0) {
            result.put("returnOnCost", unrealized.divide(cost, PRECISION));
        }
        if (bought.signum() != 0) {
            result.put("grossReturn", gross.divide(bought, PRECISION));
            result.put("netReturn", gross.subtract(fees).divide(bought, PRECISION));
        }
    }

    private static Map<String, Object> twr(JsonNode inputs) {
        if (!inputs.path("scope").asString("").equals("ACCOUNT")) {
            throw new CaseLedger.NotSupported("returns of a single investment come with the Numbers issue");
        }
        CaseLedger ledger = new CaseLedger(inputs);
        LocalDate start = LocalDate.parse(inputs.get("start").asString());
        LocalDate end = LocalDate.parse(inputs.get("end").asString());
        int[] days = start.datesUntil(end.plusDays(1))
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
        MarketSlice slice = ledger.slice(end);
        CurrencyCode base = CurrencyCode.of(inputs.path("currency").asString("EUR"));
        DailyValuation valuation = ValuationEngine.value(ledger.entries(), slice, base, ValuationDays.of(days));
        ReturnSeries returns = ReturnSeries.of(valuation);
        Map<String, Object> result = new LinkedHashMap<>();
        Map<String, Object> daily = new LinkedHashMap<>();
        Map<String, Object> cumulative = new LinkedHashMap<>();
        for (int day = 0; day < days.length; day++) {
            if (returns.known(day)) {
                daily.put(returns.days().date(day).toString(), returns.value(day));
            }
            cumulative.put(returns.days().date(day).toString(), returns.linked(-1, day));
        }
        result.put("dailyReturns", daily);
        result.put("cumulativeReturns", cumulative);
        result.put("twr", returns.linked(-1, days.length - 1));
        result.put(
                "skippedDays",
                returns.skipped().stream().map(LocalDate::toString).toList());
        boolean available = returns.firstKnown() >= 0;
        result.put("status", available ? "AVAILABLE" : "UNAVAILABLE");
        if (available) {
            result.put(
                    "availableFrom", returns.days().date(returns.firstKnown()).toString());
        }
        return result;
    }

    private static Map<String, Object> netWorth(JsonNode inputs) {
        LocalDate asOf = LocalDate.parse(inputs.get("asOf").asString());
        CurrencyConversion conversion = new CurrencyConversion(new CaseLedger(inputs).slice(asOf));
        CurrencyCode report = CurrencyCode.of(inputs.get("reportCurrency").asString());
        BigDecimal total = BigDecimal.ZERO;
        List<String> missing = new ArrayList<>();
        String reason = "";
        for (JsonNode balance : inputs.get("balances")) {
            CurrencyCode currency = CurrencyCode.of(balance.get("currency").asString());
            Figure<BigDecimal> rate = conversion.rate(currency, report, asOf);
            if (rate.whyMissing().isPresent()) {
                reason = rate.whyMissing().get().code().toUpperCase(java.util.Locale.ROOT);
                missing.add(currency.code());
            } else {
                total = total.add(balance.get("amount")
                        .decimalValue()
                        .multiply(rate.asOptional().orElseThrow()));
            }
        }
        return missing.isEmpty()
                ? Map.of("status", "AVAILABLE", "netWorth", total)
                : Map.of("status", "UNAVAILABLE", "reason", reason, "missing", missing);
    }

    private static Map<String, Object> splitQuantity(JsonNode inputs) {
        BigDecimal quantity = inputs.get("quantity").decimalValue();
        for (JsonNode split : inputs.get("splits")) {
            quantity = Lot.ratio(
                    quantity,
                    split.get("ratioNew").decimalValue(),
                    split.get("ratioOld").decimalValue());
        }
        return Map.of("quantity", quantity);
    }
}
