package io.dawsos.web.routes;

import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportStatement.Undecided;
import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.StatementFormats;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Statements of any format: what an import would do, the import, and the mappings that are remembered. */
public final class StatementRoutes implements Endpoint.Group {

    private static final int USUAL = 1000;
    private static final int MOST = 10_000;
    private static final int LONGEST = 1000;
    private static final Set<String> SECTIONS = Set.of("settings", "columns", "types", "symbols");

    /** The parameters that a preview and an import of a statement share. */
    static final Map<String, String> PARAMETERS = Map.of(
            "portfolio_id", "The portfolio whose ledger takes transactions",
            "format", "The format of the statement, as GET /api/imports/formats names it; found out if absent",
            "mapping", "A mapping in JSON for this file, which counts over the remembered one",
            "file_name", "What the file is called");

    private final ImportStatement imports;
    private final StatementFormats formats;
    private final Json json;

    @Inject
    StatementRoutes(ImportStatement imports, StatementFormats formats, Json json) {
        this.imports = imports;
        this.formats = formats;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, String> preview = new HashMap<>(PARAMETERS);
        preview.put("limit", "Rows listed, 1 to " + MOST + ", " + USUAL + " if absent; all are counted");
        return List.of(
                Endpoint.get(
                        "/api/imports/formats",
                        "The formats of statements that can be imported",
                        Schemas.listOf("formats", Schemas.texts("format", "title")),
                        this::formats),
                Endpoint.post(
                                "/api/imports/preview",
                                "What an import of a statement would do, row by row; nothing is stored",
                                Map.of("type", "string", "contentMediaType", "application/octet-stream"),
                                StatementDocuments.previewSchema(),
                                this::preview)
                        .with(preview),
                Endpoint.get(
                        "/api/imports/mappings/{format}",
                        "What you said about the statements of a format",
                        StatementDocuments.mappingSchema(),
                        this::mapping),
                Endpoint.put(
                        "/api/imports/mappings/{format}",
                        "Have a mapping remembered for later statements of a format; an empty text takes a saying back",
                        StatementDocuments.mappingSchema(),
                        StatementDocuments.mappingSchema(),
                        this::remember));
    }

    private void formats(Context context) {
        json.write(
                context,
                200,
                Map.of(
                        "formats",
                        formats.all().stream()
                                .map(reader -> Map.of("format", reader.format(), "title", reader.title()))
                                .toList()));
    }

    private void preview(Context context) {
        json.write(
                context,
                200,
                StatementDocuments.preview(preview(context, portfolio(context), Answers.limit(context, USUAL, MOST))));
    }

    /** What an import of the body into a portfolio would do, with the options of the address; nothing is stored. */
    public StatementPreview preview(Context context, PortfolioId portfolio, int limit) {
        return imports.preview(Callers.of(context).user(), portfolio, file(context), options(context), limit);
    }

    /** Imports the body into a portfolio, with the options of the address. */
    public ImportStatement.Result run(Context context, PortfolioId portfolio) {
        return imports.run(Callers.of(context).user(), portfolio, file(context), options(context));
    }

    /** Imports the body as a statement. */
    Map<String, Object> run(Context context) {
        return StatementDocuments.result(run(context, portfolio(context)));
    }

    private void mapping(Context context) {
        json.write(
                context,
                200,
                StatementDocuments.mapping(
                        imports.remembered(Callers.of(context).user(), known(context))));
    }

    private void remember(Context context) {
        String format = known(context);
        ImportMapping said = mapping(json.body(context, SECTIONS));
        json.write(
                context,
                200,
                StatementDocuments.mapping(imports.remember(Callers.of(context).user(), format, said)));
    }

    private String known(Context context) {
        String format = context.pathParam("format");
        if (formats.named(format).isEmpty()) {
            throw new ProblemException(Problem.of(404, "format_not_found", "Format not found", "no format " + format)
                    .with("format", format, "GET /api/imports/formats lists them"));
        }
        return format;
    }

    private static PortfolioId portfolio(Context context) {
        return Answers.uuid("portfolio_id", Answers.query(context, "portfolio_id"))
                .map(PortfolioId::new)
                .orElseThrow(() -> Answers.invalid("portfolio_id", "nothing", "the id of one of your portfolios"));
    }

    private static StatementFile file(Context context) {
        String name = Answers.query(context, "file_name").orElse("");
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw Answers.invalid("file_name", "a name that is too long or not printable", "a plain name");
        }
        return StatementFile.of(name, context.bodyInputStream());
    }

    private ImportStatement.Options options(Context context) {
        String undecided = Answers.query(context, "undecided").orElse("refuse");
        return new ImportStatement.Options(
                Answers.query(context, "format"),
                Answers.query(context, "mapping").map(this::mapping).orElse(ImportMapping.NONE),
                switch (undecided) {
                    case "refuse", "take", "skip" -> Undecided.valueOf(undecided.toUpperCase(Locale.ROOT));
                    default -> throw Answers.invalid("undecided", undecided, "refuse, take or skip");
                },
                Answers.query(context, "skip_refused").equals(Optional.of("true")));
    }

    private ImportMapping mapping(String text) {
        JsonNode node;
        try {
            node = json.parsed(text);
        } catch (JacksonException e) {
            throw Answers.invalid(
                    "mapping", "text that is not JSON", "an object with settings, columns, types, symbols");
        }
        if (!node.isObject() || !SECTIONS.containsAll(node.propertyNames())) {
            throw Answers.invalid("mapping", "another shape", "an object with settings, columns, types, symbols");
        }
        return mapping(node);
    }

    private static ImportMapping mapping(JsonNode node) {
        return new ImportMapping(
                texts(node, "settings"), texts(node, "columns"), texts(node, "types"), texts(node, "symbols"));
    }

    private static Map<String, String> texts(JsonNode node, String section) {
        Map<String, String> texts = new HashMap<>();
        JsonNode member = node.get(section);
        if (member == null || member.isNull()) {
            return texts;
        }
        member.properties().forEach(entry -> {
            String word = entry.getKey();
            boolean good = entry.getValue().isString()
                    && !word.isEmpty()
                    && word.length() <= LONGEST
                    && entry.getValue().asString().length() <= LONGEST
                    && word.indexOf('\0') < 0
                    && entry.getValue().asString().indexOf('\0') < 0;
            if (!good) {
                throw Answers.invalid(section, word, "texts by name, each of at most " + LONGEST + " characters");
            }
            texts.put(word, entry.getValue().asString());
        });
        if (!member.isObject()) {
            throw Answers.invalid(section, "no object", "texts by name");
        }
        return texts;
    }
}
