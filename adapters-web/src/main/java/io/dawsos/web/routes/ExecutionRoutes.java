package io.dawsos.web.routes;

import io.dawsos.application.run.Executions;
import io.dawsos.application.run.Executions.Replay;
import io.dawsos.application.run.Executions.UnknownExecutionException;
import io.dawsos.application.run.Explanations;
import io.dawsos.application.run.LiveRun;
import io.dawsos.application.run.LiveRuns;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.application.shape.JsonDifferences.Difference;
import io.dawsos.domain.execution.ExecutionLog.Filter;
import io.dawsos.domain.execution.ExecutionLog.Position;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs: started, watched, cancelled, listed, shown, run again. */
final class ExecutionRoutes implements Endpoint.Group {

    private static final int MOST = 200;

    private final PatternOrchestrator orchestrator;
    private final LiveRuns live;
    private final Executions executions;
    private final Explanations explanations;
    private final RunRequests requests;
    private final Json json;

    @Inject
    ExecutionRoutes(
            PatternOrchestrator orchestrator,
            LiveRuns live,
            Executions executions,
            Explanations explanations,
            RunRequests requests,
            Json json) {
        this.orchestrator = orchestrator;
        this.live = live;
        this.executions = executions;
        this.explanations = explanations;
        this.requests = requests;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> started = Schemas.texts("execution_id", "events", "status");
        return List.of(
                Endpoint.post(
                                "/api/executions",
                                "Start a run, and watch or fetch it later",
                                RunRequests.SCHEMA,
                                started,
                                this::start)
                        .answering(202),
                Endpoint.get(
                                "/api/executions",
                                "Your runs, newest first",
                                Schemas.listOf("executions", Schemas.any()),
                                this::list)
                        .with(Map.of(
                                "pattern", "only of this pattern",
                                "status", "only with this outcome: succeeded, degraded, failed, cancelled",
                                "portfolio_id", "only about this portfolio",
                                "limit", "at most so many, 50 if absent",
                                "cursor", "next_cursor of the page before")),
                Endpoint.get("/api/executions/{id}", "One run with its trace", Schemas.any(), this::show),
                Endpoint.delete("/api/executions/{id}", "Cancel a run that is under way", started, this::cancel),
                Endpoint.get(
                                "/api/executions/{id}/events",
                                "What happened in a run so far: JSON, or a stream of events if that is accepted",
                                Schemas.listOf("events", Schemas.any()),
                                this::events)
                        .with(Map.of("after", "the id of the last event that is known")),
                Endpoint.get(
                                "/api/executions/{id}/explain",
                                "Where a number of a run comes from, node by node",
                                Schemas.any(),
                                this::explain)
                        .with(Map.of(
                                "path", "the output and the place in it, such as perf_metrics.twr_1y",
                                "node",
                                        "the places of the parts that lead to a node, such as 0.3.1; the root if absent",
                                "limit", "at most so many parts, 50 if absent",
                                "cursor", "next_cursor of the page before")),
                Endpoint.post(
                        "/api/executions/{id}/replay",
                        "Run it again on its own pack and ledger head, and say what would differ now",
                        Schemas.any(),
                        Schemas.any(),
                        this::replay));
    }

    private static UUID id(Context context) {
        String text = context.pathParam("id");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(404, "execution_not_found", "Execution not found", "there is no execution " + id)
                        .with("id", "you have no such execution", "GET /api/executions lists yours"));
    }

    private void start(Context context) {
        LiveRun run = orchestrator.start(requests.read(context), View.OUTPUTS);
        context.header("Location", "/api/executions/" + run.id());
        json.write(context, 202, status(run));
    }

    private static Map<String, Object> status(LiveRun run) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("execution_id", run.id().toString());
        status.put("status", !run.over() ? "running" : run.answer().isPresent() ? "finished" : "stopped");
        status.put("events", "/api/executions/" + run.id() + "/events");
        return status;
    }

    private void list(Context context) {
        Optional<UUID> portfolio = Answers.uuid("portfolio_id", Answers.query(context, "portfolio_id"));
        Filter filter = new Filter(
                Answers.query(context, "pattern"), Answers.query(context, "status"), portfolio.map(PortfolioId::new));
        int limit = Answers.limit(context, 50, MOST);
        List<ExecutionRecord> page = executions.page(
                Callers.of(context).user(),
                filter,
                Answers.query(context, "cursor").map(ExecutionRoutes::position),
                limit + 1);
        Map<String, Object> answer = new LinkedHashMap<>();
        List<ExecutionRecord> shown = page.subList(0, Math.min(limit, page.size()));
        answer.put("executions", shown.stream().map(ExecutionRoutes::summary).toList());
        answer.put("next_cursor", page.size() > limit ? cursor(shown.get(limit - 1)) : null);
        json.write(context, 200, answer);
    }

    private static String cursor(ExecutionRecord last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.startedAt() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Position position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Answers.invalid("cursor", cursor, "next_cursor of the page before");
        }
    }

    private static Map<String, Object> summary(ExecutionRecord run) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("execution_id", run.id().toString());
        summary.put("pattern", run.pattern());
        summary.put("pattern_hash", run.patternHash());
        summary.put("view", run.view());
        summary.put("status", run.outcome());
        summary.put(
                "portfolio_id", run.portfolio().map(id -> id.value().toString()).orElse(null));
        summary.put("pricing_pack_id", run.pack().map(id -> id.value()).orElse(null));
        summary.put(
                "ledger_commit_hash", run.ledgerHead().map(hash -> hash.hex()).orElse(null));
        summary.put("result_hash", run.resultHash());
        summary.put("started_at", run.startedAt().toString());
        summary.put("duration_micros", run.durationMicros());
        return summary;
    }

    private void show(Context context) {
        UUID id = id(context);
        UserId user = Callers.of(context).user();
        Optional<LiveRun> running = live.find(user, id).filter(run -> !run.over());
        if (running.isPresent()) {
            json.write(context, 200, status(running.get()));
            return;
        }
        ExecutionRecord run = find(user, id);
        Map<String, Object> shown = summary(run);
        shown.put("inputs", json.parsed(run.inputsJson()));
        shown.put("trace", json.parsed(run.traceJson()));
        json.write(context, 200, shown);
    }

    private ExecutionRecord find(UserId user, UUID id) {
        try {
            return executions.find(user, id);
        } catch (UnknownExecutionException e) {
            throw unknown(id.toString());
        }
    }

    private void cancel(Context context) {
        UUID id = id(context);
        if (!live.cancel(Callers.of(context).user(), id)) {
            find(Callers.of(context).user(), id);
            throw new ProblemException(
                    Problem.of(409, "execution_over", "Execution over", "the execution " + id + " is over"));
        }
        json.write(
                context,
                200,
                Map.of(
                        "execution_id",
                        id.toString(),
                        "status",
                        "cancelling",
                        "events",
                        "/api/executions/" + id + "/events"));
    }

    private void events(Context context) {
        UUID id = id(context);
        LiveRun run = live.find(Callers.of(context).user(), id).orElseThrow(() -> unknown(id.toString()));
        long after = EventStreams.lastEvent(context);
        if (EventStreams.wanted(context)) {
            EventStreams.send(context, run, after);
            return;
        }
        List<Map<String, Object>> events = run.eventsAfter(after).stream()
                .map(event -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("id", event.id());
                    shown.put("event", event.name());
                    shown.put("data", json.parsed(event.json()));
                    return shown;
                })
                .toList();
        json.write(context, 200, Map.of("events", events, "over", run.over()));
    }

    private void explain(Context context) {
        UUID id = id(context);
        find(Callers.of(context).user(), id);
        String path = Answers.query(context, "path")
                .orElseThrow(() -> Answers.invalid("path", "nothing", "an output and a place in it"));
        Explanation root = explanations.explain(Callers.of(context).user(), id, path);
        String node = Answers.query(context, "node").orElse("");
        json.write(
                context,
                200,
                ExplanationPages.page(
                        id,
                        path,
                        node,
                        ExplanationPages.descend(root, node),
                        ExplanationPages.offset(context),
                        Answers.limit(context, 50, MOST)));
    }

    private void replay(Context context) {
        UUID id = id(context);
        find(Callers.of(context).user(), id);
        Replay replay = executions.replay(Callers.of(context).user(), id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("execution_id", id.toString());
        answer.put("original_result_hash", replay.original().resultHash());
        answer.put("result_hash", replay.resultHash());
        answer.put("reproduced", replay.reproduced());
        answer.put(
                "changes_since",
                replay.changes().stream().map(ExecutionRoutes::difference).toList());
        answer.put("answer", json.parsed(new String(replay.answer().json(), StandardCharsets.UTF_8)));
        json.write(context, 200, answer);
    }

    static Map<String, Object> difference(Difference difference) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("path", difference.path());
        shown.put("before", difference.before().orElse(null));
        shown.put("after", difference.after().orElse(null));
        return shown;
    }
}
