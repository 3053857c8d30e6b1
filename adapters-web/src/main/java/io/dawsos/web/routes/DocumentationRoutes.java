package io.dawsos.web.routes;

import io.dawsos.web.WebSettings;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document, made from the endpoints that serve, and pages for people. */
final class DocumentationRoutes implements Endpoint.Group {

    private static final String STYLE = "style-src 'unsafe-inline'";

    private final List<Endpoint> documented = new ArrayList<>();
    private final Map<String, Object> openApi;
    private final Json json;

    @Inject
    DocumentationRoutes(
            AuthenticationRoutes authentication,
            PortfolioRoutes portfolios,
            LedgerRoutes ledger,
            PortfolioPatternRoutes questions,
            ImportRoutes imports,
            PatternArchiveRoutes archive,
            PatternRoutes patterns,
            ExecutionRoutes executions,
            PackRoutes packs,
            SystemRoutes system,
            WebSettings settings,
            Json json) {
        this.json = json;
        Stream.of(authentication, portfolios, ledger, questions, imports, archive, patterns, executions, packs, system)
                .forEach(group -> documented.addAll(group.endpoints()));
        documented.addAll(endpoints());
        this.openApi = OpenApiDocument.of(documented, settings.version());
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/openapi.json", "This description of the API", Schemas.any(), this::document)
                        .forCallers(Access.PUBLIC),
                Endpoint.get("/docs", "The API for people", Schemas.any(), this::page)
                        .forCallers(Access.PUBLIC)
                        .notJson());
    }

    private void document(Context context) {
        json.write(context, 200, openApi);
    }

    private void page(Context context) {
        String rows = documented.stream()
                .map(endpoint -> "<tr><td>" + endpoint.method().name() + "</td><td><code>" + endpoint.path()
                        + "</code></td><td>" + endpoint.summary() + parameters(endpoint) + "</td><td>"
                        + endpoint.access().name().toLowerCase(java.util.Locale.ROOT) + "</td></tr>")
                .collect(Collectors.joining());
        html(
                context,
                "<h1>DawsOS API</h1><p>Log in with <code>POST /api/auth/login</code>, then send"
                        + " <code>Authorization: Bearer</code> and the token. The machine-readable form is"
                        + " <a href=\"/openapi.json\">openapi.json</a>.</p><table><thead><tr><th>Method</th><th>Path</th>"
                        + "<th>What it does</th><th>For</th></tr></thead><tbody>" + rows + "</tbody></table>");
    }

    private static String parameters(Endpoint endpoint) {
        if (endpoint.parameters().isEmpty()) {
            return "";
        }
        return endpoint.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "<li><code>" + entry.getKey() + "</code> " + entry.getValue() + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static void html(Context context, String body) {
        context.header("Content-Security-Policy", "default-src 'none'; " + STYLE + "; frame-ancestors 'none'");
        context.contentType("text/html; charset=utf-8");
        context.result("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>DawsOS</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>body{font:16px/1.5 system-ui,sans-serif;"
                + "max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
                + "td,th{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}"
                + "ul{margin:.2rem 0;padding-left:1.2rem}</style></head><body>" + body + "</body></html>");
    }
}
