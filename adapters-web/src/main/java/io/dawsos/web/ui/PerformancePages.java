package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.http.Endpoint;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a portfolio returned: by period and method, by month, and in rolling windows. */
final class PerformancePages implements Endpoint.Group {

    private static final String[][] PERIODS = {
        {"1d", "1 day"},
        {"1w", "1 week"},
        {"mtd", "Month to date"},
        {"1m", "1 month"},
        {"qtd", "Quarter to date"},
        {"ytd", "Year to date"},
        {"1y", "1 year"},
        {"3y", "3 years"},
        {"5y", "5 years"},
        {"itd", "Whole history"}
    };
    /** Monthly returns from which on a cell of the calendar is a shade darker, as fractions. */
    private static final List<BigDecimal> SHADES =
            List.of(new BigDecimal("0.0001"), new BigDecimal("0.01"), new BigDecimal("0.03"), new BigDecimal("0.06"));

    private final Pages pages;
    private final PatternPages patterns;

    @Inject
    PerformancePages(Pages pages, PatternPages patterns) {
        this.pages = pages;
        this.patterns = patterns;
    }

    /** What the page shows. */
    record Model(
            String currency,
            Provenance provenance,
            List<Period> periods,
            List<Dashboard.Line> money,
            List<Year> years,
            Shown calendarMissing,
            List<Dashboard.Line> months,
            Dashboard.Series returns,
            Dashboard.Series volatility,
            String window) {}

    /** The returns of a period. */
    record Period(
            String name,
            String from,
            Shown twr,
            Shown twrYearly,
            Shown mwr,
            Shown mwrYearly,
            Shown dietz,
            Shown opening,
            Shown flow,
            Shown gain,
            Shown closing) {}

    /** A row of the calendar: the whole year and its months. */
    record Year(String year, Cell whole, List<Cell> months) {}

    /**
     * A cell of the calendar.
     *
     * @param shade the class of style of its size; empty if it has no return
     * @param there whether the history touches it
     */
    record Cell(Shown figure, String shade, boolean complete, boolean there) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page(
                "/portfolios/{id}/performance", "Returns by period, month and window", this::performance));
    }

    private void performance(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        Result result = patterns.run(context, "portfolio_performance", portfolio, Map.of());
        String currency = portfolio.baseCurrency().code();
        List<Period> periods = new ArrayList<>();
        for (String[] period : PERIODS) {
            periods.add(period(result, period[0], period[1], currency));
        }
        Model model = new Model(
                currency,
                Provenance.of(context, result, "periods.as_of"),
                periods,
                List.of(
                        new Dashboard.Line("Rate a year (XIRR)", result.percent("money_weighted.ann_mwr"), ""),
                        new Dashboard.Line("Over the whole time", result.percent("money_weighted.mwr"), ""),
                        new Dashboard.Line("Modified Dietz", result.percent("money_weighted.modified_dietz"), "")),
                years(result),
                result.has("calendar.months") ? Shown.text("") : result.textOrWhy("calendar.months"),
                List.of(
                        month(result, "Best month", "calendar.best_month"),
                        month(result, "Worst month", "calendar.worst_month"),
                        new Dashboard.Line("Months above zero", result.percent("calendar.positive_months"), "")),
                rolling(result, "twr", "Return of a window"),
                rolling(result, "volatility", "Volatility of a window"),
                result.text("rolling.window_days"));
        pages.show(context, "performance", pages.frame(context, "Performance", "performance", portfolio), model);
    }

    private static Period period(Result result, String id, String name, String currency) {
        String path = "periods.periods." + id;
        return new Period(
                name,
                result.text(path + ".from"),
                result.percent(path + ".twr"),
                result.percent(path + ".twr_annualized"),
                result.percent(path + ".mwr"),
                result.percent(path + ".mwr_annualized"),
                result.percent(path + ".modified_dietz"),
                result.money(path + ".opening_value", currency),
                result.money(path + ".net_flow", currency),
                result.money(path + ".gain", currency),
                result.money(path + ".closing_value", currency));
    }

    private static Dashboard.Line month(Result result, String name, String path) {
        String when =
                result.has(path) ? result.text(path + ".year") + "-" + twoDigits(result.text(path + ".month")) : "";
        return new Dashboard.Line(name, result.percent(path + ".twr"), when);
    }

    private static String twoDigits(String month) {
        return month.length() == 1 ? "0" + month : month;
    }

    private static List<Year> years(Result result) {
        Map<String, Map<String, String>> months = new TreeMap<>();
        for (String path : result.items("calendar.months")) {
            months.computeIfAbsent(result.text(path + ".year"), year -> new TreeMap<>())
                    .put(result.text(path + ".month"), path);
        }
        List<Year> years = new ArrayList<>();
        for (String path : result.items("calendar.years")) {
            String year = result.text(path + ".year");
            Map<String, String> known = months.getOrDefault(year, Map.of());
            List<Cell> cells = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                String place = known.get(Integer.toString(month));
                cells.add(place == null ? new Cell(Shown.text(""), "", true, false) : cell(result, place));
            }
            years.add(0, new Year(year, cell(result, path), cells));
        }
        return years;
    }

    private static Cell cell(Result result, String path) {
        Shown figure = result.shown(path + ".twr", value -> Notation.percent(value, 1));
        boolean complete = result.text(path + ".complete").equals("true");
        if (figure.isMissing()) {
            return new Cell(figure, "", complete, true);
        }
        BigDecimal size = new BigDecimal(figure.sorting()).abs();
        long shade = SHADES.stream().filter(from -> size.compareTo(from) >= 0).count();
        return new Cell(figure, shade == 0 ? "" : (figure.sign() < 0 ? "down" : "up") + shade, complete, true);
    }

    private static Dashboard.Series rolling(Result result, String figure, String name) {
        List<String> times = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String path : result.items("rolling.windows")) {
            times.add(Long.toString(LocalDate.parse(result.text(path + ".date")).toEpochDay() * 86_400));
            numbers.add(result.at(path + "." + figure).decimalValue().toPlainString());
        }
        Shown missing = result.has("rolling.windows") ? Shown.text("") : result.textOrWhy("rolling.windows");
        if (!missing.isMissing() && times.isEmpty()) {
            missing = Shown.missing(
                    "the history is shorter than one window of " + result.text("rolling.window_days")
                            + " daily returns",
                    "import older transactions and prices");
        }
        return new Dashboard.Series(times.toString(), numbers.toString(), name, missing);
    }
}
