package io.dawsos.web.ui;

import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The start page, and the overview of a portfolio. */
final class DashboardPages implements Endpoint.Group {

    private static final BigDecimal USUAL = BigDecimal.valueOf(252);

    private final Pages pages;
    private final PatternPages patterns;

    @Inject
    DashboardPages(Pages pages, PatternPages patterns) {
        this.pages = pages;
        this.patterns = patterns;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/", "The first portfolio", this::start),
                Endpoint.page("/portfolios/new", "The form of a new portfolio", this::fresh),
                Endpoint.page("/portfolios/{id}", "The overview of a portfolio", this::overview));
    }

    private void start(Context context) {
        List<Portfolio> all = pages.portfolios(context);
        if (all.isEmpty()) {
            fresh(context);
            return;
        }
        Pages.goTo(context, "/portfolios/" + all.get(0).id().value());
    }

    private void fresh(Context context) {
        pages.show(context, "welcome", pages.frame(context, "A new portfolio"), "");
    }

    private void overview(Context context) {
        Portfolio portfolio = pages.portfolio(context);
        BigDecimal days = Answers.query(context, "days")
                .map(text -> Answers.number("days", text))
                .orElse(USUAL);
        Result result = patterns.run(context, "portfolio_overview", portfolio, Map.of("lookback_days", days));
        Dashboard dashboard = new DashboardReading(
                        context, result, portfolio.baseCurrency().code())
                .read(portfolio, days.intValueExact());
        pages.show(context, "dashboard", pages.frame(context, portfolio.name(), "overview", portfolio), dashboard);
    }
}
