package io.dawsos.web.routes;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.InputSpec;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.Step;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.LiveRun;
import io.dawsos.application.run.LiveRuns;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.Plan;
import io.dawsos.application.run.View;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.AgentState;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.application.shape.JsonSchemas;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Patterns, capabilities and agents. */
final class PatternRoutes implements Endpoint.Group {

    private final PatternOrchestrator orchestrator;
    private final LiveRuns live;
    private final PatternCatalog catalog;
    private final AgentRuntime runtime;
    private final RunRequests requests;
    private final Json json;

    @Inject
    PatternRoutes(
            PatternOrchestrator orchestrator,
            LiveRuns live,
            PatternCatalog catalog,
            AgentRuntime runtime,
            RunRequests requests,
            Json json) {
        this.orchestrator = orchestrator;
        this.live = live;
        this.requests = requests;
        this.catalog = catalog;
        this.runtime = runtime;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> computed = Schemas.envelope(Schemas.any());
        return List.of(
                Endpoint.post("/api/patterns/execute", "Run a pattern", RunRequests.SCHEMA, computed, this::execute),
                Endpoint.post(
                        "/execute", "Run a pattern, at its old address", RunRequests.SCHEMA, computed, this::execute),
                Endpoint.get(
                        "/api/patterns", "All patterns", Schemas.listOf("patterns", Schemas.any()), this::patterns),
                Endpoint.get("/api/patterns/{id}", "One pattern", Schemas.any(), this::pattern),
                Endpoint.post(
                        "/api/patterns/{id}/plan",
                        "What a run would do, without running it",
                        RunRequests.SCHEMA_WITHOUT_PATTERN,
                        Schemas.any(),
                        this::plan),
                Endpoint.get(
                        "/api/capabilities",
                        "All capabilities with the schemas of their arguments and results",
                        Schemas.listOf("capabilities", Schemas.any()),
                        this::capabilities),
                Endpoint.get(
                        "/api/agents",
                        "All agents with the state of their breakers",
                        Schemas.listOf("agents", Schemas.any()),
                        context -> json.write(context, 200, Map.of("agents", agents(runtime)))),
                Endpoint.post(
                                "/api/agents/{name}/breaker/reset",
                                "Close the breaker of an agent",
                                Schemas.any(),
                                Schemas.texts("agent", "breaker"),
                                this::reset)
                        .forCallers(Access.ADMIN));
    }

    private void execute(Context context) {
        ExecutionRequest request = requests.read(context);
        if (!EventStreams.wanted(context)) {
            Answers.send(context, orchestrator.answer(request, View.OUTPUTS));
            return;
        }
        LiveRun run = orchestrator.start(request, View.OUTPUTS);
        if (!EventStreams.send(context, run, 0)) {
            live.cancel(request.user(), run.id());
        }
    }

    private void plan(Context context) {
        Plan plan = orchestrator.plan(requests.read(context, context.pathParam("id")));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("pattern", plan.pattern().id());
        answer.put("version", plan.pattern().version());
        answer.put("hash", plan.pattern().hash());
        answer.put("inputs", json.parsed(plan.canonicalInputs()));
        answer.put(
                "pricing_pack_id",
                plan.pins().pack().map(pack -> pack.id().value()).orElse(null));
        answer.put(
                "ledger_commit_hash",
                plan.pins()
                        .portfolio()
                        .flatMap(pinned -> pinned.head().map(head -> head.hex()))
                        .orElse(null));
        answer.put("answer_known", plan.known());
        answer.put(
                "waves",
                plan.waves().stream()
                        .map(wave -> wave.stream().map(PatternRoutes::step).toList())
                        .toList());
        answer.put(
                "outputs",
                plan.pattern().outputs().stream()
                        .map(output -> Map.of("name", output.name(), "rests_on", plan.restsOn(output)))
                        .toList());
        json.write(context, 200, answer);
    }

    private void patterns(Context context) {
        json.write(
                context,
                200,
                Map.of(
                        "patterns",
                        catalog.all().stream().map(PatternRoutes::document).toList()));
    }

    private void pattern(Context context) {
        json.write(context, 200, document(catalog.pattern(context.pathParam("id"))));
    }

    private static Map<String, Object> document(CompiledPattern pattern) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", pattern.id());
        document.put("name", pattern.title().name());
        document.put("description", pattern.title().description());
        document.put("version", pattern.version());
        document.put("category", pattern.title().category());
        document.put("hash", pattern.hash());
        document.put(
                "inputs", pattern.inputs().stream().map(PatternRoutes::input).toList());
        document.put("steps", pattern.steps().stream().map(PatternRoutes::step).toList());
        document.put("outputs", pattern.outputs().stream().map(Output::name).toList());
        return document;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", step.name());
        described.put("capability", step.capability().name().value());
        described.put("agent", step.capability().agent().value());
        described.put("kind", step.capability().kind().name().toLowerCase(Locale.ROOT));
        described.put("optional", step.policy().optional());
        step.condition().ifPresent(text -> described.put("condition", text));
        step.policy().timeout().ifPresent(time -> described.put("timeout_ms", time.toMillis()));
        step.policy().retry().ifPresent(retry -> described.put("attempts", retry.attempts()));
        return described;
    }

    private static Map<String, Object> input(InputSpec spec) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", spec.name());
        input.put("type", spec.type().label());
        input.put("required", spec.required());
        input.put("default", spec.standard().orElse(null));
        input.put("schema", spec.type().schema());
        input.put("description", spec.description());
        return input;
    }

    private void capabilities(Context context) {
        json.write(
                context,
                200,
                Map.of(
                        "capabilities",
                        runtime.capabilities().stream()
                                .map(PatternRoutes::capability)
                                .toList()));
    }

    private static Map<String, Object> capability(RegisteredCapability registered) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", registered.name().value());
        document.put("agent", registered.agent().value());
        document.put("summary", registered.capability().summary());
        document.put("kind", registered.capability().kind().name().toLowerCase(Locale.ROOT));
        document.put("arguments", JsonSchemas.of(registered.argumentShape()));
        document.put("result", JsonSchemas.of(registered.resultShape()));
        return document;
    }

    static List<Map<String, Object>> agents(AgentRuntime runtime) {
        return runtime.agents().stream().map(PatternRoutes::agent).toList();
    }

    private static Map<String, Object> agent(AgentState state) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", state.name());
        document.put("summary", state.summary());
        document.put("capabilities", state.capabilities());
        document.put("breaker", state.breaker());
        document.put("since", state.since().toString());
        document.put("next_try", state.nextTry().map(Object::toString).orElse(null));
        document.put("failures", state.failures());
        document.put("free_places", state.freePlaces());
        return document;
    }

    private void reset(Context context) {
        String name = context.pathParam("name");
        if (!runtime.reset(name)) {
            throw new ProblemException(Problem.of(404, "agent_not_found", "Agent not found", "no agent " + name));
        }
        json.write(context, 200, Map.of("agent", name, "breaker", "closed"));
    }
}
