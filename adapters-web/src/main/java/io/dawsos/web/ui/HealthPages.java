package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What is amiss in a portfolio's data, and what would mend it. */
final class HealthPages implements Endpoint.Group {

    private static final String USUAL = "5";

    private final Pages pages;
    private final PatternPages patterns;

    @Inject
    HealthPages(Pages pages, PatternPages patterns) {
        this.pages = pages;
        this.patterns = patterns;
    }

    /** What the page shows. */
    record Model(
            String path, String staleAfter, Provenance provenance, boolean known, Shown why, List<Finding> findings) {}

    /** One thing that is amiss. */
    record Finding(String severity, String kind, String subject, String date, String detail, String fix) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/portfolios/{id}/health", "What is amiss in the data", this::health));
    }

    private void health(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        String stale = Answers.query(context, "stale_after_days").orElse(USUAL);
        Result result = patterns.run(
                context,
                "portfolio_health",
                portfolio,
                Map.of("stale_after_days", Answers.number("stale_after_days", stale)));
        Model model = new Model(
                "/portfolios/" + portfolio.id().value(),
                stale,
                Provenance.of(context, result, "health.as_of"),
                result.has("health.findings"),
                result.has("health.findings") ? Shown.text("") : result.textOrWhy("health"),
                result.items("health.findings").stream()
                        .map(path -> new Finding(
                                result.text(path + ".severity"),
                                result.text(path + ".kind").replace('_', ' '),
                                result.text(path + ".subject"),
                                result.text(path + ".date"),
                                result.text(path + ".detail"),
                                result.text(path + ".fix")))
                        .toList());
        pages.show(context, "health", pages.frame(context, "Health of the data", "health", portfolio), model);
    }
}
