package io.dawsos.web.authentication;

import io.dawsos.web.authentication.Tokens.Caller;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The cookie that holds a browser's login token. Scripts can't read it, other sites can't send it, and a browser that came by TLS
 * never sends it without.
 */
public final class SessionCookie {

    private static final String NAME = "dawsos_session";
    private static final String NAME_OVER_TLS = "__Host-dawsos_session";

    private final Tokens tokens;

    @Inject
    public SessionCookie(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Who the request's cookie speaks for; empty if there is none, or it is not good any more. */
    public Optional<Caller> caller(Context context) {
        return Optional.ofNullable(context.cookie(name(context))).flatMap(tokens::read);
    }

    /** Gives the browser a token for as long as the token lasts. */
    public void set(Context context, String token) {
        context.cookie(cookie(context, token, (int) Tokens.LIFE.toSeconds()));
    }

    /** Takes the token from the browser. */
    public void clear(Context context) {
        context.cookie(cookie(context, "", 0));
    }

    private static Cookie cookie(Context context, String value, int seconds) {
        return new Cookie(name(context), value, "/", seconds, overTls(context), true, null, SameSite.STRICT);
    }

    private static String name(Context context) {
        return overTls(context) ? NAME_OVER_TLS : NAME;
    }

    /** A proxy says whether the browser came by TLS; a browser that says so itself only hides its own cookie. */
    private static boolean overTls(Context context) {
        return "https".equals(context.scheme()) || "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
    }
}
