package io.dawsos.web.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.web.WebSettings;
import io.dawsos.web.http.Callers;
import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders templates into pages, and sends them with what keeps a browser from running anything else. */
final class Pages {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    private final Portfolios portfolios;
    private final Assets assets;
    private final WebSettings settings;

    @Inject
    Pages(Portfolios portfolios, Assets assets, WebSettings settings) {
        this.portfolios = portfolios;
        this.assets = assets;
        this.settings = settings;
    }

    /** The portfolio that the address names. */
    Portfolio portfolio(Context context) {
        PortfolioId id = new PortfolioId(
                Answers.uuid("id", Optional.of(context.pathParam("id"))).orElseThrow());
        return portfolios.find(Callers.scope(context), id).orElseThrow(() -> new PortfolioNotFoundException(id));
    }

    /** The reader's portfolios. */
    List<Portfolio> portfolios(Context context) {
        return portfolios.list(Callers.scope(context));
    }

    /** The frame of a page for nobody in particular. */
    Frame frame(String title) {
        return new Frame(title, "", assets.prefix(), settings.version(), false, List.of(), "");
    }

    /** The frame of a page that is about no portfolio. */
    Frame frame(Context context, String title) {
        return frame(context, title, "", "");
    }

    /** The frame of a page about a portfolio. */
    Frame frame(Context context, String title, String section, Portfolio portfolio) {
        return frame(context, title, section, portfolio.id().value().toString());
    }

    private Frame frame(Context context, String title, String section, String portfolio) {
        List<Frame.Choice> choices = portfolios(context).stream()
                .map(one ->
                        new Frame.Choice(one.id().value().toString(), one.name(), one.universe() == Universe.SIMULATED))
                .toList();
        return new Frame(title, section, assets.prefix(), settings.version(), true, choices, portfolio);
    }

    /** Sends a page. */
    void show(Context context, String template, Frame frame, Object model) {
        send(context, template, Map.of("frame", frame, "model", model));
    }

    /** Sends a part of a page. */
    void part(Context context, String template, Object model) {
        send(context, template, Map.of("model", model));
    }

    /** Sends the browser to another page, which it gets. */
    static void goTo(Context context, String path) {
        context.status(303);
        context.header("Location", path);
    }

    /** Whether a script of a page asks for a part of it. */
    static boolean wantsPart(Context context) {
        return "true".equals(context.header("HX-Request"));
    }

    private void send(Context context, String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.contentType("text/html; charset=utf-8");
        context.result(output.toString());
    }
}
