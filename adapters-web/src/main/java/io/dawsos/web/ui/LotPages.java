package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Open lots, disposals with the lots that they used up, and all methods side by side. */
final class LotPages implements Endpoint.Group {

    /** The methods that can be chosen, by their names in patterns. */
    private static final List<Method> METHODS = List.of(
            new Method("fifo", "First in, first out"),
            new Method("lifo", "Last in, first out"),
            new Method("hifo", "Highest cost first"),
            new Method("average", "Average cost"),
            new Method("specific", "Named lots"),
            new Method("section_104", "Section 104 pool (UK)"));

    private final Pages pages;
    private final PatternPages patterns;

    @Inject
    LotPages(Pages pages, PatternPages patterns) {
        this.pages = pages;
        this.patterns = patterns;
    }

    /** A method of matching. */
    record Method(String id, String name) {}

    /** What the page shows. */
    record Model(
            String path,
            String currency,
            String method,
            String months,
            List<Method> choices,
            Provenance provenance,
            List<Compared> methods,
            List<Open> open,
            Shown openMissing,
            Shown totalCost,
            Shown totalValue,
            Shown totalGain,
            List<Disposal> disposals,
            Shown disposalsMissing,
            Shown totalRealized) {}

    /** What one method makes of the trades. */
    record Compared(String name, boolean chosen, Shown realized, Shown cost, Shown unrealized, Shown total) {}

    /** An open lot. */
    record Open(
            String symbol,
            String acquired,
            Shown days,
            String term,
            Shown quantity,
            Shown unitCost,
            Shown cost,
            Shown value,
            Shown gain) {}

    /** A disposal. */
    record Disposal(
            String symbol, String date, Shown quantity, Shown proceeds, Shown cost, Shown gain, List<Used> lots) {}

    /** What a disposal took of a lot. */
    record Used(String acquired, Shown days, String term, Shown quantity, Shown proceeds, Shown cost, Shown gain) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/portfolios/{id}/lots", "Lots under any method", this::lots));
    }

    private void lots(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        String method = Answers.query(context, "method").orElse("fifo");
        String months = Answers.query(context, "long_term_after_months").orElse("");
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("method", method);
        if (!months.isEmpty()) {
            inputs.put("long_term_after_months", Answers.number("long_term_after_months", months));
        }
        Result result = patterns.run(context, "portfolio_lots", portfolio, inputs);
        String currency = portfolio.baseCurrency().code();
        Model model = new Model(
                "/portfolios/" + portfolio.id().value(),
                currency,
                method,
                months,
                METHODS,
                Provenance.of(context, result, "open_lots.as_of"),
                compared(result, method, currency),
                open(result, currency),
                listOrWhy(result, "open_lots.lots"),
                result.money("open_lots.total_cost_basis", currency),
                result.money("open_lots.total_market_value", currency),
                result.money("open_lots.total_unrealized_gain", currency),
                disposals(result, currency),
                listOrWhy(result, "closed_lots.disposals"),
                result.money("closed_lots.total_gain", currency));
        pages.show(context, "lots", pages.frame(context, "Lots", "lots", portfolio), model);
    }

    private static Shown listOrWhy(Result result, String path) {
        return result.has(path) ? Shown.text("") : result.textOrWhy(path);
    }

    private static List<Compared> compared(Result result, String chosen, String currency) {
        return result.items("open_lots.methods").stream()
                .map(path -> {
                    String id = result.text(path + ".lot_method");
                    return new Compared(
                            name(id),
                            id.equals(chosen),
                            result.money(path + ".realized_gain", currency),
                            result.money(path + ".open_cost_basis", currency),
                            result.money(path + ".unrealized_gain", currency),
                            result.money(path + ".total", currency));
                })
                .toList();
    }

    private static String name(String id) {
        return METHODS.stream()
                .filter(method -> method.id().equals(id))
                .map(Method::name)
                .findFirst()
                .orElse(id);
    }

    private static List<Open> open(Result result, String currency) {
        return result.items("open_lots.lots").stream()
                .map(path -> new Open(
                        result.text(path + ".symbol"),
                        result.text(path + ".acquired"),
                        plain(result.decimals(path + ".holding_days", 0)),
                        term(result, path),
                        result.quantity(path + ".quantity"),
                        result.price(path + ".unit_cost", ""),
                        result.money(path + ".cost_basis", currency),
                        result.money(path + ".market_value", currency),
                        result.money(path + ".unrealized_gain", currency)))
                .toList();
    }

    private static List<Disposal> disposals(Result result, String currency) {
        List<Disposal> disposals = new ArrayList<>(result.items("closed_lots.disposals").stream()
                .map(path -> new Disposal(
                        result.text(path + ".symbol"),
                        result.text(path + ".date"),
                        result.quantity(path + ".quantity"),
                        result.money(path + ".proceeds", currency),
                        result.money(path + ".cost_basis", currency),
                        result.money(path + ".gain", currency),
                        used(result, path, currency)))
                .toList());
        Collections.reverse(disposals);
        return disposals;
    }

    private static List<Used> used(Result result, String disposal, String currency) {
        return result.items(disposal + ".lots").stream()
                .map(path -> new Used(
                        result.text(path + ".acquired"),
                        plain(result.decimals(path + ".holding_days", 0)),
                        term(result, path),
                        result.quantity(path + ".quantity"),
                        result.money(path + ".proceeds", currency),
                        result.money(path + ".cost_basis", currency),
                        result.money(path + ".gain", currency)))
                .toList();
    }

    /** A count of days is not taken apart. */
    private static Shown plain(Shown figure) {
        return new Shown(figure.text(), figure.sign(), "", figure.sorting(), figure.reason(), figure.fix());
    }

    private static String term(Result result, String path) {
        return result.text(path + ".term").replace('_', ' ');
    }
}
