package io.dawsos.web.ui;

import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Json;
import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the pattern whose numbers a page shows. */
final class PatternPages {

    private final PatternOrchestrator orchestrator;
    private final Json json;

    @Inject
    PatternPages(PatternOrchestrator orchestrator, Json json) {
        this.orchestrator = orchestrator;
        this.json = json;
    }

    /** Runs a pattern for a portfolio, at the pack or the date that the address names, if it names one. */
    Result run(Context context, String pattern, Portfolio portfolio, Map<String, Object> inputs) {
        Map<String, Object> all = new LinkedHashMap<>(inputs);
        all.put("portfolio_id", portfolio.id().value().toString());
        ExecutionRequest request = new ExecutionRequest(
                Callers.of(context).user(),
                pattern,
                all,
                false,
                Answers.pack(Answers.query(context, "pack_id")),
                Answers.date("as_of", Answers.query(context, "as_of")));
        return new Result(json.parsed(
                new String(orchestrator.answer(request, View.OUTPUTS).json(), StandardCharsets.UTF_8)));
    }
}
