package io.dawsos.web.ui;

import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemPage;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Shows problems as pages; who is not logged in is sent to the login, and from there back. */
final class ProblemScreen implements ProblemPage {

    private final Pages pages;

    @Inject
    ProblemScreen(Pages pages) {
        this.pages = pages;
    }

    /** What a problem's page shows. */
    record Model(int status, String title, String detail, List<Detail> details, String requestId, String retry) {}

    /** One thing that is wrong. */
    record Detail(String field, String reason, String hint) {}

    @Override
    public void show(Context context, Problem problem, String requestId) {
        if (problem.status() == 401 && !context.path().equals("/login")) {
            String back =
                    context.method().equals(HandlerType.GET) && !Pages.wantsPart(context) ? address(context) : "/";
            String login = "/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            if (Pages.wantsPart(context)) {
                context.header("HX-Redirect", "/login");
            } else {
                Pages.goTo(context, login);
            }
            return;
        }
        Model model = new Model(
                problem.status(),
                problem.title(),
                problem.detail(),
                problem.errors().stream().map(ProblemScreen::detail).toList(),
                requestId,
                problem.retryAfter().isPresent()
                        ? "Try again in " + problem.retryAfter().getAsInt() + " s."
                        : "");
        if (Pages.wantsPart(context)) {
            pages.part(context, "problemPart", model);
        } else {
            pages.show(context, "problem", pages.frame(problem.title()), model);
        }
    }

    private static String address(Context context) {
        return context.queryString() == null ? context.path() : context.path() + "?" + context.queryString();
    }

    private static Detail detail(Map<String, Object> error) {
        String line = text(error, "line");
        String value = text(error, "value");
        return new Detail(
                (line.isEmpty() ? "" : "Line " + line + ", ") + text(error, "field"),
                text(error, "reason") + (value.isEmpty() ? "" : ", found \"" + value + "\""),
                text(error, "hint"));
    }

    private static String text(Map<String, Object> error, String name) {
        Object value = error.get(name);
        return value == null ? "" : value.toString();
    }
}
