package io.dawsos.web.routes;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.startup.StartupSequence;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.web.WebSettings;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the server is. */
final class SystemRoutes implements Endpoint.Group {

    private static final byte[] ALIVE = "{\"status\":\"alive\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final StoreHealth store;
    private final StartupSequence startup;
    private final AgentRuntime runtime;
    private final PrometheusMeterRegistry meters;
    private final WebSettings settings;
    private final Json json;

    @Inject
    SystemRoutes(
            StoreHealth store,
            StartupSequence startup,
            AgentRuntime runtime,
            PrometheusMeterRegistry meters,
            WebSettings settings,
            Json json) {
        this.store = store;
        this.startup = startup;
        this.runtime = runtime;
        this.meters = meters;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> status = Schemas.texts("status");
        return List.of(
                Endpoint.get("/health/live", "Whether the process runs", status, this::live)
                        .forCallers(Access.PUBLIC),
                Endpoint.get("/health/ready", "Whether requests can be served", status, this::ready)
                        .forCallers(Access.PUBLIC),
                Endpoint.get("/health", "The same as ready", status, this::ready)
                        .forCallers(Access.PUBLIC),
                Endpoint.get("/metrics", "Metrics for Prometheus", Schemas.any(), this::metrics)
                        .forCallers(Access.PUBLIC)
                        .notJson(),
                Endpoint.get(
                        "/api/system",
                        "Stages of the start, agents, breakers and the pool",
                        Schemas.any(),
                        this::system));
    }

    private void live(Context context) {
        context.contentType("application/json");
        context.result(ALIVE);
    }

    private void ready(Context context) {
        StoreHealth.State state = store.state();
        if (!state.available()) {
            throw new ProblemException(
                    Problem.of(503, "not_ready", "Not ready", state.reason().orElse("the database is lost"))
                            .retryAfter(2));
        }
        json.write(context, 200, Map.of("status", "ready"));
    }

    private void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8");
        context.result(meters.scrape());
    }

    private void system(Context context) {
        StoreHealth.State state = store.state();
        Map<String, Object> pool = new LinkedHashMap<>();
        pool.put("available", state.available());
        pool.put("since", state.since().toString());
        pool.put("reason", state.reason().orElse(null));
        pool.put("active", state.activeConnections());
        pool.put("idle", state.idleConnections());
        pool.put("waiting", state.waitingThreads());
        pool.put("maximum", state.maximumConnections());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", settings.version());
        document.put(
                "stages",
                startup.reports().stream()
                        .map(report -> Map.of("stage", report.stage(), "millis", report.millis()))
                        .toList());
        document.put("agents", PatternRoutes.agents(runtime));
        document.put("pool", pool);
        json.write(context, 200, document);
    }
}
