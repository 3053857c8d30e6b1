package io.dawsos.web.routes;

import io.dawsos.application.imports.ImportCorporateEvents;
import io.dawsos.application.imports.ImportMarketData;
import io.dawsos.application.imports.ImportTransactions;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Files in: the body is the file, streamed. */
final class ImportRoutes implements Endpoint.Group {

    private static final String KINDS = "statement, transactions, securities, prices, fx, macro or events";

    private final ImportTransactions transactions;
    private final ImportMarketData marketData;
    private final ImportCorporateEvents events;
    private final StatementRoutes statements;
    private final Json json;

    @Inject
    ImportRoutes(
            ImportTransactions transactions,
            ImportMarketData marketData,
            ImportCorporateEvents events,
            StatementRoutes statements,
            Json json) {
        this.transactions = transactions;
        this.marketData = marketData;
        this.events = events;
        this.statements = statements;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, String> parameters = new HashMap<>(StatementRoutes.PARAMETERS);
        parameters.put("kind", KINDS);
        parameters.put("portfolio", "Only rows whose column portfolio has this value; for transactions");
        parameters.put(
                "allow_duplicates",
                "true to take rows that equal another row or an entry of the ledger; for transactions");
        parameters.put(
                "undecided", "refuse, take or skip rows that need a decision; refuse if absent; for a statement");
        parameters.put("skip_refused", "true to leave out rows that can't be taken; for a statement");
        return Stream.concat(
                        Stream.of(Endpoint.post(
                                        "/api/imports",
                                        "Import a file whole, or refuse it and name every bad row",
                                        Map.of("type", "string", "contentMediaType", "text/csv"),
                                        Schemas.any(),
                                        this::run)
                                .with(parameters)
                                .answering(201)),
                        statements.endpoints().stream())
                .toList();
    }

    private void run(Context context) {
        String kind = Answers.query(context, "kind").orElse("");
        InputStream body = context.bodyInputStream();
        if (kind.equals("statement")) {
            json.write(context, 201, statements.run(context));
            return;
        }
        if (kind.equals("transactions")) {
            json.write(context, 201, transactions(context, body));
            return;
        }
        if (Callers.of(context).role() != Role.ADMIN) {
            throw new ProblemException(Problem.of(
                    403, "forbidden", "Not allowed", "market data is shared: only an administrator imports it"));
        }
        AccessScope scope = Callers.scope(context);
        String source = kind + ".csv";
        ImportMarketData.Result result = switch (kind) {
            case "prices" -> marketData.prices(scope, Universe.REAL, body, source);
            case "fx" -> marketData.rates(scope, Universe.REAL, body, source);
            case "macro" -> marketData.macro(scope, Universe.REAL, body, source);
            case "events" -> events.run(scope, Universe.REAL, body, source);
            case "securities" -> marketData.securities(scope, Universe.REAL, body);
            default -> throw Answers.invalid("kind", kind, KINDS);
        };
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("offered", result.offered());
        answer.put("stored", result.stored());
        answer.put("revision", result.revision().orElse(null));
        answer.put("pricing_pack_id", result.pack().orElse(null));
        answer.put("new_securities", result.newSecurities());
        json.write(context, 201, answer);
    }

    private Map<String, Object> transactions(Context context, InputStream body) {
        UUID portfolio = Answers.uuid("portfolio_id", Answers.query(context, "portfolio_id"))
                .orElseThrow(() -> Answers.invalid("portfolio_id", "nothing", "the id of one of your portfolios"));
        ImportTransactions.Result result = transactions.run(
                Callers.of(context).user(),
                new PortfolioId(portfolio),
                body,
                new ImportTransactions.Options(
                        Answers.query(context, "allow_duplicates").equals(Optional.of("true")),
                        Answers.query(context, "portfolio"),
                        "transactions.csv"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ledger_commit_hash", result.commit());
        answer.put("entries", result.entries());
        answer.put("new_securities", result.newSecurities());
        answer.put("warnings", result.warnings());
        return answer;
    }
}
