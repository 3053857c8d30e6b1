package io.dawsos.web.ui;

import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.StatementFormats;
import io.dawsos.application.imports.StatementPreview;
import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.application.portfolio.CreatePortfolio;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.dawsos.web.routes.Answers;
import io.dawsos.web.routes.StatementRoutes;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Creating a portfolio, and importing a statement into it: choose a file, see what it becomes, take it or leave it. */
final class ImportPages implements Endpoint.Group {

    private static final int SHOWN = 200;
    private static final int LONGEST_NAME = 100;

    private final Pages pages;
    private final StatementRoutes statements;
    private final StatementFormats formats;
    private final CreatePortfolio creation;

    @Inject
    ImportPages(Pages pages, StatementRoutes statements, StatementFormats formats, CreatePortfolio creation) {
        this.pages = pages;
        this.statements = statements;
        this.formats = formats;
        this.creation = creation;
    }

    /** What the page shows before a file is chosen. */
    record Model(String path, String name, List<Format> formats) {}

    /** A format of statements. */
    record Format(String id, String title) {}

    /** What an import would do. */
    record Preview(
            String title,
            List<Count> counts,
            boolean undecided,
            boolean refused,
            Map<String, String> settings,
            Map<String, String> columns,
            List<StatementPreview.Mentioned> securities,
            List<Row> rows,
            long leftOff,
            List<String> warnings) {}

    /** How many rows have a status. */
    record Count(String status, String words, long rows) {}

    /** A row of the statement and what it becomes. */
    record Row(
            long line,
            String status,
            String words,
            String date,
            String type,
            String symbol,
            String quantity,
            String price,
            String amount,
            String currency,
            String reason) {}

    /** What became of an import. */
    record Done(
            String path, int entries, String commit, List<Count> counts, List<String> created, List<String> warnings) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.form("/portfolios", "Create a portfolio", this::create),
                Endpoint.page("/portfolios/{id}/import", "Import a statement", this::choose),
                Endpoint.form("/portfolios/{id}/import/preview", "See what a statement becomes", this::preview),
                Endpoint.form("/portfolios/{id}/import", "Import a statement", this::run));
    }

    private void create(Context context) {
        Form form = Form.of(context);
        String name = form.text("name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Answers.invalid("name", name, "1 to " + LONGEST_NAME + " characters");
        }
        String code = form.text("base_currency").strip().toUpperCase(Locale.ROOT);
        CurrencyCode base = CurrencyCode.parse(code)
                .orElseThrow(() -> Answers.invalid("base_currency", code, "an ISO 4217 code such as CAD"));
        Portfolio portfolio = creation.run(Callers.of(context).user(), name, base, Universe.REAL)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(409, "name_taken", "Name taken", "you have a portfolio of that name")
                                .with("name", name, "choose another name")));
        Pages.goTo(context, "/portfolios/" + portfolio.id().value() + "/import");
    }

    private void choose(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        Model model = new Model(
                path(portfolio),
                portfolio.name(),
                formats.all().stream()
                        .map(reader -> new Format(reader.format(), reader.title()))
                        .toList());
        pages.show(context, "import", pages.frame(context, "Import", "import", portfolio), model);
    }

    private void preview(Context context) {
        StatementPreview found =
                statements.preview(context, pages.portfolio(context).id(), SHOWN);
        pages.part(
                context,
                "importPreview",
                new Preview(
                        found.title(),
                        counts(found.counts()),
                        found.count(Status.NEEDS_DECISION) > 0,
                        found.count(Status.REFUSED) > 0,
                        new TreeMap<>(found.settings()),
                        new TreeMap<>(found.columns()),
                        found.securities(),
                        found.rows().stream().map(ImportPages::row).toList(),
                        found.total() - found.rows().size(),
                        found.warnings()));
    }

    private void run(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        ImportStatement.Result result = statements.run(context, portfolio.id());
        pages.part(
                context,
                "importDone",
                new Done(
                        path(portfolio),
                        result.entries(),
                        result.commit().orElse(""),
                        counts(result.counts()),
                        result.newSecurities(),
                        result.warnings()));
    }

    private static String path(Portfolio portfolio) {
        return "/portfolios/" + portfolio.id().value();
    }

    private static List<Count> counts(Map<Status, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> new Count(word(entry.getKey()), words(entry.getKey()), entry.getValue()))
                        .toList();
    }

    private static Row row(StatementPreview.Row row) {
        Optional<TransactionFields> fields = row.fields();
        Optional<Money> amount = fields.flatMap(TransactionFields::amount);
        String problems = row.problems().stream()
                .map(problem -> problem.column() + ": " + problem.reason() + "; " + problem.hint())
                .collect(Collectors.joining(" "));
        return new Row(
                row.line(),
                word(row.status()),
                words(row.status()),
                fields.map(known -> known.date().toString()).orElse(""),
                fields.map(known -> known.type().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse(""),
                row.symbol().orElse(""),
                plain(fields.flatMap(TransactionFields::quantity)),
                fields.flatMap(TransactionFields::price).map(Notation::price).orElse(""),
                amount.map(money ->
                                Notation.money(money.amount(), money.currency().code()))
                        .orElse(""),
                amount.map(money -> money.currency().code()).orElse(""),
                problems.isEmpty() ? row.reason() : problems);
    }

    private static String plain(Optional<BigDecimal> quantity) {
        return quantity.map(Notation::quantity).orElse("");
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Status status) {
        return switch (status) {
            case NEW -> "new";
            case DUPLICATE -> "already in the ledger";
            case NEEDS_DECISION -> "needs a decision";
            case REFUSED -> "refused";
            case IGNORED -> "no transaction";
        };
    }
}
