package io.dawsos.web.http;

import io.dawsos.web.authentication.SessionCookie;
import io.dawsos.web.authentication.Tokens.Caller;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What differs where a browser asks for pages: the session, protection from other sites, and problems as pages. */
public final class Browsers {

    private static final String PAGE = "page";

    private final SessionCookie cookie;
    private final ProblemPage problems;

    @Inject
    public Browsers(SessionCookie cookie, ProblemPage problems) {
        this.cookie = cookie;
        this.problems = problems;
    }

    /** Lets a request for a page in. */
    void enter(Context context, Endpoint.Access access) {
        context.attribute(PAGE, true);
        if (!context.method().equals(HandlerType.GET)) {
            requireOwnPage(context);
        }
        Optional<Caller> caller = cookie.caller(context);
        caller.ifPresent(found -> context.attribute(Callers.ATTRIBUTE, found));
        if (access == Endpoint.Access.SESSION && caller.isEmpty()) {
            throw new ProblemException(
                    Problem.of(401, "login_needed", "Not logged in", "you are not logged in, or not any more"));
        }
    }

    /**
     * Refuses what another site makes a browser send. A browser says where a request comes from in {@code Sec-Fetch-Site}, or,
     * where that is not sent (without TLS, beyond the loopback), in {@code Origin}; what says neither is refused.
     */
    private static void requireOwnPage(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean own = site != null ? site.equals("same-origin") : origin != null && sameHost(context, origin);
        if (!own) {
            throw new ProblemException(
                    Problem.of(403, "foreign_form", "Refused", "this did not come from one of this server's own pages")
                            .with("Origin", String.valueOf(origin), "open the page here and send it again"));
        }
    }

    private static boolean sameHost(Context context, String origin) {
        String host = context.header("Host");
        try {
            String authority = new URI(origin).getAuthority();
            return host != null && authority != null && plain(authority).equals(plain(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String plain(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(?:80|443)$", "");
    }

    /** Whether a problem is shown to a person. */
    boolean wantsPage(Context context) {
        if (context.attribute(PAGE) != null) {
            return true;
        }
        String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
        return accepted.contains("text/html") && !context.path().startsWith("/api/");
    }

    void show(Context context, Problem problem, String requestId) {
        problems.show(context, problem, requestId);
    }
}
