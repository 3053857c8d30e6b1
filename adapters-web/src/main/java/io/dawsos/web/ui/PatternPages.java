package io.dawsos.web.ui;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.pattern.PatternCatalog;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the pattern whose numbers a page shows. */
final class PatternPages {

    private final PatternOrchestrator orchestrator;
    private final PatternCatalog catalog;
    private final Json json;

    @Inject
    PatternPages(PatternOrchestrator orchestrator, PatternCatalog catalog, Json json) {
        this.orchestrator = orchestrator;
        this.catalog = catalog;
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
        String answer = new String(orchestrator.answer(request, View.OUTPUTS).json(), StandardCharsets.UTF_8);
        return new Result(json.parsed(answer), explained(catalog.pattern(pattern)));
    }

    /** The outputs whose numbers can be taken apart: those of capabilities that explain. */
    private static Set<String> explained(CompiledPattern pattern) {
        return pattern.outputs().stream()
                .filter(output -> !(output instanceof Output.OfStep of)
                        || pattern.steps()
                                .get(of.step())
                                .capability()
                                .capability()
                                .explanation()
                                .isPresent())
                .map(Output::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
