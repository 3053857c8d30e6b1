package io.dawsos.web.ui;

import io.dawsos.web.authentication.SessionCookie;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.ProblemException;
import io.dawsos.web.routes.Answers;
import io.dawsos.web.routes.SignIn;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;

/** Logging in and out with a browser. */
final class SessionPages implements Endpoint.Group {

    private final Pages pages;
    private final SignIn signIn;
    private final SessionCookie cookie;

    @Inject
    SessionPages(Pages pages, SignIn signIn, SessionCookie cookie) {
        this.pages = pages;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /** What the login shows: where to go after it, who tried, and why that failed. */
    record Model(String next, String email, String problem) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.page("/login", "The form to log in with", this::form).forCallers(Access.VISITOR),
                Endpoint.form("/login", "Log in", this::logIn).forCallers(Access.VISITOR),
                Endpoint.form("/logout", "Log out", this::logOut).forCallers(Access.VISITOR));
    }

    private void form(Context context) {
        String next = local(Answers.query(context, "next").orElse("/"));
        if (cookie.caller(context).isPresent()) {
            Pages.goTo(context, next);
            return;
        }
        show(context, new Model(next, "", ""));
    }

    private void logIn(Context context) {
        Form form = Form.of(context);
        String next = local(form.text("next"));
        try {
            cookie.set(context, signIn.token(context, form.text("email").strip(), form.text("password")));
        } catch (ProblemException refused) {
            context.status(refused.problem().status());
            refused.problem().retryAfter().ifPresent(wait -> context.header("Retry-After", Integer.toString(wait)));
            show(
                    context,
                    new Model(
                            next,
                            form.text("email"),
                            refused.problem().status() == 429
                                    ? "Too many wrong passwords. Try again in a minute."
                                    : "Address or password is wrong."));
            return;
        }
        Pages.goTo(context, next);
    }

    private void show(Context context, Model model) {
        pages.show(context, "login", pages.frame("Log in"), model);
    }

    private void logOut(Context context) {
        cookie.clear(context);
        Pages.goTo(context, "/login");
    }

    /** A path of this server; its start page if the text is anything else. */
    private static String local(String path) {
        return path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%?\\-\\[\\]][^\\\\\\p{Cntrl}]*") ? path : "/";
    }
}
