package io.dawsos.web.routes;

import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Logging in. */
final class AuthenticationRoutes implements Endpoint.Group {

    private final SignIn signIn;
    private final Json json;

    @Inject
    AuthenticationRoutes(SignIn signIn, Json json) {
        this.signIn = signIn;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.post(
                        "/api/auth/login",
                        "Log in and get a token for an hour",
                        Schemas.texts("email", "password"),
                        Schemas.texts("access_token", "token_type"),
                        this::logIn)
                .forCallers(Access.PUBLIC));
    }

    private void logIn(Context context) {
        JsonNode body = json.body(context, Set.of("email", "password"));
        String email = Json.needText(body, "email");
        String password = Json.needText(body, "password");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", signIn.token(context, email, password));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Tokens.LIFE.toSeconds());
        json.write(context, 200, answer);
    }
}
