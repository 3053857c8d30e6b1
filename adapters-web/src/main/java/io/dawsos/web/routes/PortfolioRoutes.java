package io.dawsos.web.routes;

import io.dawsos.application.portfolio.CreatePortfolio;
import io.dawsos.application.portfolio.PortfolioViews;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Portfolios and what is in them; every number comes from a pattern. */
final class PortfolioRoutes implements Endpoint.Group {

    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> COMPUTED = new LinkedHashMap<>(Map.of(
            "portfolio_id", "The portfolio; yours that you added first if absent",
            "pack_id", "The pricing pack to answer from; the newest if absent",
            "as_of", "The date to answer for, with the newest revision; not together with pack_id"));

    private final PatternOrchestrator orchestrator;
    private final Portfolios portfolios;
    private final CreatePortfolio creation;
    private final Json json;

    @Inject
    PortfolioRoutes(PatternOrchestrator orchestrator, Portfolios portfolios, CreatePortfolio creation, Json json) {
        this.orchestrator = orchestrator;
        this.portfolios = portfolios;
        this.creation = creation;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> portfolio = Schemas.texts("id", "name", "base_currency", "universe");
        Map<String, String> overview =
                with(COMPUTED, Map.of("lookback_days", "Valuation days to look back, 252 if absent"));
        Map<String, String> transactions = with(
                COMPUTED,
                Map.of(
                        "security_id", "Only this security",
                        "limit", "Transactions on a page, 1 to 1000, 50 if absent",
                        "cursor", "next_cursor of the page before"));
        return List.of(
                Endpoint.get(
                                "/api/portfolio",
                                "A portfolio at one date: holdings, value, performance, attribution",
                                Schemas.computed(PortfolioViews.Overview.class),
                                context -> overview(context, PortfolioViews.OVERVIEW))
                        .with(overview),
                Endpoint.get(
                                "/api/holdings",
                                "What a portfolio holds, valued",
                                Schemas.computed(PortfolioViews.HoldingsList.class),
                                context -> overview(context, PortfolioViews.HOLDINGS))
                        .with(overview),
                Endpoint.get(
                                "/api/transactions",
                                "Transactions of a portfolio, newest first",
                                Schemas.computed(PortfolioViews.TransactionList.class),
                                this::transactions)
                        .with(transactions),
                Endpoint.get("/api/portfolios", "Your portfolios", Schemas.listOf("portfolios", portfolio), this::list),
                Endpoint.post(
                                "/api/portfolios",
                                "Create a portfolio",
                                Schemas.texts("name", "base_currency"),
                                portfolio,
                                this::create)
                        .answering(201),
                Endpoint.get("/api/portfolios/{id}", "One of your portfolios", portfolio, this::show));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new java.util.TreeMap<>(some);
        all.putAll(others);
        return all;
    }

    private void overview(Context context, View view) {
        Map<String, Object> inputs = inputs(context);
        Answers.query(context, "lookback_days")
                .ifPresent(days -> inputs.put("lookback_days", Answers.number("lookback_days", days)));
        run(context, PortfolioViews.PATTERN, inputs, view);
    }

    private void transactions(Context context) {
        Map<String, Object> inputs = inputs(context);
        Answers.query(context, "security_id").ifPresent(id -> inputs.put("security_id", id));
        Answers.query(context, "cursor").ifPresent(cursor -> inputs.put("cursor", cursor));
        Answers.query(context, "limit").ifPresent(limit -> inputs.put("limit", Answers.number("limit", limit)));
        run(context, PortfolioViews.TRANSACTIONS_PATTERN, inputs, PortfolioViews.TRANSACTIONS);
    }

    private static Map<String, Object> inputs(Context context) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        Answers.query(context, "portfolio_id").ifPresent(id -> inputs.put("portfolio_id", id));
        return inputs;
    }

    private void run(Context context, String pattern, Map<String, Object> inputs, View view) {
        ExecutionRequest request = new ExecutionRequest(
                Callers.of(context).user(),
                pattern,
                inputs,
                true,
                Answers.pack(Answers.query(context, "pack_id")),
                Answers.date("as_of", Answers.query(context, "as_of")));
        Answers.send(context, orchestrator.answer(request, view));
    }

    private void list(Context context) {
        List<Map<String, Object>> list = portfolios.list(Callers.scope(context)).stream()
                .map(PortfolioRoutes::document)
                .toList();
        json.write(context, 200, Map.of("portfolios", list));
    }

    private void show(Context context) {
        UUID id = Answers.uuid("id", Optional.of(context.pathParam("id"))).orElseThrow();
        PortfolioId portfolio = new PortfolioId(id);
        json.write(
                context,
                200,
                document(portfolios
                        .find(Callers.scope(context), portfolio)
                        .orElseThrow(() -> new PortfolioNotFoundException(portfolio))));
    }

    private void create(Context context) {
        JsonNode body = json.body(context, Set.of("name", "base_currency"));
        String name = Json.needText(body, "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Answers.invalid("name", name, "1 to " + LONGEST_NAME + " characters");
        }
        String code = Json.needText(body, "base_currency");
        CurrencyCode base = CurrencyCode.parse(code)
                .orElseThrow(() -> Answers.invalid("base_currency", code, "an ISO 4217 code in capitals, such as CAD"));
        Portfolio portfolio = creation.run(Callers.of(context).user(), name, base, Universe.REAL)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(409, "name_taken", "Name taken", "you have a portfolio of that name")
                                .with("name", "taken: " + name, "choose another name")));
        json.write(context, 201, document(portfolio));
    }

    private static Map<String, Object> document(Portfolio portfolio) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", portfolio.id().value().toString());
        document.put("name", portfolio.name());
        document.put("base_currency", portfolio.baseCurrency().code());
        document.put("universe", portfolio.universe().label());
        return document;
    }
}
