package io.dawsos.web.routes;

import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain of commits of a portfolio's ledger, and the way to take one back. */
final class LedgerRoutes implements Endpoint.Group {

    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private final Portfolios portfolios;
    private final Ledger ledger;
    private final CommitUndo undo;
    private final Json json;

    @Inject
    LedgerRoutes(Portfolios portfolios, Ledger ledger, CommitUndo undo, Json json) {
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.undo = undo;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> commit = commitSchema();
        Map<String, Object> chain = Schemas.object(
                Map.of(
                        "head", Map.of("type", List.of("string", "null")),
                        "commits", Map.of("type", "array", "items", commit),
                        "next_cursor", Map.of("type", List.of("string", "null"))),
                List.of("head", "commits", "next_cursor"));
        return List.of(
                Endpoint.get(
                                "/api/portfolios/{id}/ledger",
                                "The commits of a portfolio's ledger, newest first",
                                chain,
                                this::chain)
                        .with(Map.of(
                                "limit",
                                "Commits on a page, 1 to " + MOST + ", " + USUAL + " if absent",
                                "cursor",
                                "next_cursor of the page before")),
                Endpoint.post(
                                "/api/portfolios/{id}/ledger/{commit}/undo",
                                "Take a commit back by a further commit that reverses its entries",
                                Schemas.object(Map.of(), List.of()),
                                commit,
                                this::undo)
                        .answering(201));
    }

    private static Map<String, Object> commitSchema() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> whole = Map.of("type", "integer");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("hash", text);
        properties.put("parent", Map.of("type", List.of("string", "null")));
        properties.put("sequence", whole);
        properties.put("first_entry", whole);
        properties.put("entry_count", whole);
        properties.put("actor", text);
        properties.put("at", Map.of("type", "string", "format", "date-time"));
        properties.put("note", text);
        return Schemas.object(properties, List.copyOf(properties.keySet()));
    }

    private void chain(Context context) {
        PortfolioId portfolio = portfolio(context);
        int limit = Answers.limit(context, USUAL, MOST);
        List<LedgerCommit> all = ledger.commits(Callers.scope(context), portfolio);
        int until = Answers.query(context, "cursor")
                .map(cursor -> place(cursor, all.size()))
                .orElse(all.size());
        int from = Math.max(0, until - limit);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("head", all.isEmpty() ? null : all.get(all.size() - 1).hash().hex());
        page.put(
                "commits",
                java.util.stream.IntStream.range(from, until)
                        .mapToObj(i -> document(all.get(until - 1 - (i - from))))
                        .toList());
        page.put("next_cursor", from == 0 ? null : Integer.toString(from));
        json.write(context, 200, page);
    }

    /** A cursor is the number of commits that are older than the page before. */
    private static int place(String cursor, int commits) {
        if (!cursor.matches("\\d{1,9}") || Integer.parseInt(cursor) > commits) {
            throw Answers.invalid("cursor", cursor, "next_cursor of the page before");
        }
        return Integer.parseInt(cursor);
    }

    private void undo(Context context) {
        json.write(
                context,
                201,
                document(undo.run(Callers.of(context).user(), portfolio(context), context.pathParam("commit"))));
    }

    private PortfolioId portfolio(Context context) {
        PortfolioId portfolio = new PortfolioId(
                Answers.uuid("id", Optional.of(context.pathParam("id"))).orElseThrow());
        if (portfolios.find(Callers.scope(context), portfolio).isEmpty()) {
            throw new PortfolioNotFoundException(portfolio);
        }
        return portfolio;
    }

    private static Map<String, Object> document(LedgerCommit commit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("hash", commit.hash().hex());
        document.put("parent", commit.parent().map(LedgerHash::hex).orElse(null));
        document.put("sequence", commit.sequence());
        document.put("first_entry", commit.firstEntry());
        document.put("entry_count", commit.entryCount());
        document.put("actor", commit.actor().value().toString());
        document.put("at", commit.at().toString());
        document.put("note", commit.note());
        return document;
    }
}
