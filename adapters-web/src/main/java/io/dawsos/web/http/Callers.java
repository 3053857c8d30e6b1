package io.dawsos.web.http;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.web.authentication.Tokens.Caller;
import io.javalin.http.Context;

/** Gives the caller that the server found before the handler ran. */
public final class Callers {

    static final String ATTRIBUTE = "caller";

    private Callers() {}

    /** The caller of an endpoint that is not public. */
    public static Caller of(Context context) {
        Caller caller = context.attribute(ATTRIBUTE);
        if (caller == null) {
            throw new IllegalStateException("a handler asked for the caller of a public endpoint");
        }
        return caller;
    }

    /** The caller's scope. */
    public static AccessScope scope(Context context) {
        return AccessScope.of(of(context).user());
    }
}
