package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.ui.Dashboard.AttributionLine;
import io.dawsos.web.ui.Dashboard.CashLine;
import io.dawsos.web.ui.Dashboard.Holding;
import io.dawsos.web.ui.Dashboard.Line;
import io.dawsos.web.ui.Dashboard.Share;
import io.dawsos.web.ui.Dashboard.Span;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the overview's figures from the result of {@code portfolio_overview}. */
final class DashboardReading {

    /** The stretches of time that the overview offers, in valuation days. */
    static final List<Span> SPANS = List.of(
            new Span("3M", 63), new Span("6M", 126), new Span("1Y", 252), new Span("3Y", 756), new Span("All", 10_000));

    private static final String POSITIONS = "valued_positions.positions";
    private static final String PERFORMANCE = "perf_metrics.";

    private final Provenance provenance;
    private final Result result;
    private final String currency;

    DashboardReading(Context context, Result result, String currency) {
        this.provenance = Provenance.of(context, result, "valued_positions.as_of");
        this.result = result;
        this.currency = currency;
    }

    Dashboard read(Portfolio portfolio, int days) {
        return new Dashboard(
                "/portfolios/" + portfolio.id().value(),
                portfolio.name(),
                currency,
                days,
                SPANS,
                provenance,
                result.money("valued_positions.total_value", currency),
                result.percent(PERFORMANCE + "twr_1d"),
                standing(),
                returns(),
                risk(),
                values(),
                holdings(),
                listOrWhy(POSITIONS),
                shares(),
                cash(),
                attribution(),
                span("currency_attr.start_date", "currency_attr.end_date"));
    }

    private List<Line> standing() {
        return List.of(
                new Line("Securities", result.money("valued_positions.positions_value", currency), currency),
                new Line("Cash", result.money("valued_positions.cash.value", currency), currency),
                new Line("Cost of securities", result.money("valued_positions.cost_basis", currency), currency),
                new Line("Unrealized gain", result.money("valued_positions.unrealized_pnl", currency), currency));
    }

    private List<Line> returns() {
        return List.of(
                line("1 day", "twr_1d", ""),
                line("Month to date", "twr_mtd", ""),
                line("Quarter to date", "twr_qtd", ""),
                line("Year to date", "twr_ytd", ""),
                line("1 year", "twr_1y", ""),
                line("3 years", "twr_3y_annualized", "a year"),
                line("5 years", "twr_5y_annualized", "a year"),
                line("Since " + result.text(PERFORMANCE + "since"), "twr_itd", ""),
                line("The same", "twr_itd_annualized", "a year"));
    }

    private List<Line> risk() {
        return List.of(
                line("Volatility", "volatility", "a year"),
                new Line("Sharpe ratio", result.decimals(PERFORMANCE + "sharpe_ratio", 2), ""),
                line(
                        "Maximum drawdown",
                        "max_drawdown",
                        span(PERFORMANCE + "max_drawdown_peak", PERFORMANCE + "max_drawdown_trough")),
                line("Current drawdown", "current_drawdown", ""));
    }

    private Line line(String name, String figure, String note) {
        return new Line(name, result.percent(PERFORMANCE + figure), note);
    }

    private String span(String from, String to) {
        return result.has(from) && result.has(to) ? result.text(from) + " to " + result.text(to) : "";
    }

    private Dashboard.Series values() {
        List<String> times = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        BigDecimal lowest = null;
        BigDecimal highest = null;
        for (JsonNode point : result.at("historical_nav.data")) {
            long day = java.time.LocalDate.parse(point.get("date").asString()).toEpochDay();
            times.add(Long.toString(day * 86_400));
            JsonNode value = point.path("nav_value");
            numbers.add(value.isNumber() ? value.decimalValue().toPlainString() : "null");
            if (value.isNumber()) {
                BigDecimal number = value.decimalValue();
                lowest = lowest == null ? number : lowest.min(number);
                highest = highest == null ? number : highest.max(number);
            }
        }
        String summary = lowest == null || highest == null
                ? ""
                : "Total value from " + span("historical_nav.start_date", "historical_nav.end_date") + ": between "
                        + Notation.money(lowest, currency) + " and " + Notation.money(highest, currency) + " "
                        + currency;
        return new Dashboard.Series(times.toString(), numbers.toString(), summary, listOrWhy("historical_nav.data"));
    }

    private Shown listOrWhy(String path) {
        return result.has(path) ? Shown.text("") : result.textOrWhy(path);
    }

    private List<Holding> holdings() {
        return result.items(POSITIONS).stream()
                .sorted(Comparator.comparing(
                                (String path) -> new BigDecimal(orZero(result.money(path + ".market_value", currency))))
                        .reversed())
                .map(path -> new Holding(
                        result.text(path + ".symbol"),
                        nameBeside(path),
                        result.quantity(path + ".quantity"),
                        result.price(path + ".price", ""),
                        result.text(path + ".price_currency"),
                        result.money(path + ".market_value", currency),
                        result.percent(path + ".weight"),
                        result.money(path + ".cost_basis", currency),
                        result.money(path + ".unrealized_pnl", currency),
                        result.percent(path + ".unrealized_return"),
                        result.percent(path + ".day_change")))
                .toList();
    }

    /** The name of a security, unless it is just the symbol again. */
    private String nameBeside(String path) {
        String name = result.text(path + ".name");
        return name.equals(result.text(path + ".symbol")) ? "" : name;
    }

    private List<Share> shares() {
        Optional<BigDecimal> largest = result.items("sector_allocation.sectors").stream()
                .map(path -> result.at(path + ".weight"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .max(BigDecimal::compareTo);
        return result.items("sector_allocation.sectors").stream()
                .map(path -> new Share(
                        result.text(path + ".sector"),
                        result.money(path + ".value", currency),
                        result.percent(path + ".weight"),
                        bar(result.at(path + ".weight"), largest)))
                .sorted((one, other) ->
                        new BigDecimal(orZero(other.weight())).compareTo(new BigDecimal(orZero(one.weight()))))
                .toList();
    }

    /** What is missing sorts as if it were nothing. */
    private static String orZero(Shown shown) {
        return shown.sorting().isEmpty() ? "0" : shown.sorting();
    }

    /** The length of a bar from 0 to 100, where the largest weight is 100. */
    private static String bar(JsonNode weight, Optional<BigDecimal> largest) {
        if (!weight.isNumber()
                || largest.isEmpty()
                || largest.get().signum() <= 0
                || weight.decimalValue().signum() <= 0) {
            return "0";
        }
        return weight.decimalValue()
                .multiply(BigDecimal.valueOf(100))
                .divide(largest.get(), 1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private List<CashLine> cash() {
        return result.members("valued_positions.cash.by_currency").stream()
                .map(path -> {
                    String code = path.substring(path.lastIndexOf('.') + 1);
                    return new CashLine(
                            code, result.money(path + ".amount", code), result.money(path + ".value", currency));
                })
                .toList();
    }

    private List<AttributionLine> attribution() {
        List<AttributionLine> lines = new ArrayList<>(result.members("currency_attr.by_currency").stream()
                .map(path -> new AttributionLine(
                        path.substring(path.lastIndexOf('.') + 1),
                        result.percent(path + ".weight"),
                        result.percent(path + ".local"),
                        result.percent(path + ".fx"),
                        result.percent(path + ".interaction"),
                        result.percent(path + ".total")))
                .toList());
        lines.add(new AttributionLine(
                "All",
                Shown.text(""),
                result.percent("currency_attr.local_return"),
                result.percent("currency_attr.fx_return"),
                result.percent("currency_attr.interaction"),
                result.percent("currency_attr.total_return")));
        return lines;
    }
}
