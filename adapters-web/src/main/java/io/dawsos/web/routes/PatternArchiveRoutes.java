package io.dawsos.web.routes;

import io.dawsos.application.pattern.BrokenPatternsException;
import io.dawsos.application.pattern.PatternArchive;
import io.dawsos.application.pattern.PatternArchive.Saved;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.PatternSchema;
import io.dawsos.application.shape.JsonDifferences;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternVersions.Kept;
import io.dawsos.domain.pattern.PatternVersions.Version;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of patterns: their schema, checking, saving, versions, differences, rolling back. */
final class PatternArchiveRoutes implements Endpoint.Group {

    private static final int MOST_DIFFERENCES = 500;

    private final PatternArchive archive;
    private final PatternCatalog catalog;
    private final Json json;

    @Inject
    PatternArchiveRoutes(PatternArchive archive, PatternCatalog catalog, Json json) {
        this.archive = archive;
        this.catalog = catalog;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> saved = Schemas.texts("id", "version", "hash");
        return List.of(
                Endpoint.get("/api/patterns/schema", "The JSON Schema of patterns", Schemas.any(), this::schema)
                        .forCallers(Access.PUBLIC),
                Endpoint.post(
                        "/api/patterns/lint",
                        "Check a pattern without saving it",
                        Schemas.any(),
                        Schemas.listOf("findings", Schemas.any()),
                        this::lint),
                Endpoint.put(
                                "/api/patterns/{id}",
                                "Save a pattern and take it into use",
                                Schemas.any(),
                                saved,
                                this::save)
                        .forCallers(Access.ADMIN),
                Endpoint.get(
                        "/api/patterns/{id}/document",
                        "The document of the version in use",
                        Schemas.any(),
                        context -> text(
                                context,
                                catalog.pattern(context.pathParam("id")).document())),
                Endpoint.get(
                        "/api/patterns/{id}/versions",
                        "All versions of a pattern, newest first",
                        Schemas.listOf("versions", Schemas.any()),
                        this::versions),
                Endpoint.get(
                        "/api/patterns/{id}/versions/{hash}",
                        "The document of a version",
                        Schemas.any(),
                        context -> text(
                                context,
                                version(context, context.pathParam("hash")).document())),
                Endpoint.get(
                                "/api/patterns/{id}/diff",
                                "What differs between two versions",
                                Schemas.listOf("differences", Schemas.any()),
                                this::diff)
                        .with(Map.of(
                                "from",
                                "the hash of the one",
                                "to",
                                "the hash of the other; the one in use if absent")),
                Endpoint.post(
                                "/api/patterns/{id}/rollback",
                                "Take an earlier version into use again",
                                Schemas.texts("hash"),
                                saved,
                                this::rollBack)
                        .forCallers(Access.ADMIN));
    }

    private void schema(Context context) {
        text(context, PatternSchema.text());
    }

    private static void text(Context context, String document) {
        context.contentType("application/json");
        context.result(document);
    }

    private void lint(Context context) {
        String document = Json.raw(context);
        String id = json.idOf(document).orElse("pattern");
        List<PatternProblem> found;
        try {
            found = catalog.with(id, document).problems();
        } catch (BrokenPatternsException e) {
            found = e.problems();
        }
        json.write(
                context,
                200,
                Map.of(
                        "findings",
                        found.stream()
                                .filter(problem -> problem.file().equals(id + ".json"))
                                .map(PatternArchiveRoutes::finding)
                                .toList()));
    }

    /** One finding, for answers and problem documents. */
    static Map<String, Object> finding(PatternProblem problem) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("code", problem.code());
        finding.put("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
        finding.put("file", problem.file());
        finding.put("line", problem.line());
        finding.put("column", problem.column());
        finding.put("pointer", problem.pointer());
        finding.put("step", problem.step().orElse(null));
        finding.put("message", problem.message());
        finding.put("nearest", problem.nearest().orElse(null));
        return finding;
    }

    private void save(Context context) {
        answer(context, archive.save(Callers.scope(context), context.pathParam("id"), Json.raw(context)));
    }

    private void answer(Context context, Saved saved) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", saved.pattern().id());
        answer.put("version", saved.pattern().version());
        answer.put("hash", saved.pattern().hash());
        answer.put(
                "warnings",
                saved.warnings().stream().map(PatternArchiveRoutes::finding).toList());
        json.write(context, 200, answer);
    }

    private void versions(Context context) {
        String id = context.pathParam("id");
        String current = catalog.pattern(id).hash();
        json.write(
                context,
                200,
                Map.of(
                        "versions",
                        archive.versions(id).stream()
                                .map(kept -> version(kept, current))
                                .toList()));
    }

    private static Map<String, Object> version(Kept kept, String current) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("version", kept.version().version());
        shown.put("hash", kept.version().hash());
        shown.put("kept_at", kept.at().toString());
        shown.put("kept_by", kept.scope());
        shown.put("in_use", kept.version().hash().equals(current));
        return shown;
    }

    private Version version(Context context, String hash) {
        return archive.version(context.pathParam("id"), hash);
    }

    private void diff(Context context) {
        String from = Answers.query(context, "from")
                .orElseThrow(() -> Answers.invalid("from", "nothing", "the hash of a version"));
        String after = Answers.query(context, "to")
                .map(to -> version(context, to).document())
                .orElseGet(() -> catalog.pattern(context.pathParam("id")).document());
        json.write(
                context,
                200,
                Map.of(
                        "differences",
                        JsonDifferences.between(
                                        json.parsed(version(context, from).document()),
                                        json.parsed(after),
                                        MOST_DIFFERENCES)
                                .stream()
                                .map(ExecutionRoutes::difference)
                                .toList()));
    }

    private void rollBack(Context context) {
        String hash = Json.needText(json.body(context, Set.of("hash")), "hash");
        answer(context, archive.rollBack(Callers.scope(context), context.pathParam("id"), hash));
    }
}
