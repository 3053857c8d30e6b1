package io.dawsos.web.routes;

import io.dawsos.application.identity.Login;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.User;
import io.dawsos.web.authentication.LoginThrottle;
import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Logging in. */
final class AuthenticationRoutes implements Endpoint.Group {

    private final Login login;
    private final Tokens tokens;
    private final LoginThrottle throttle;
    private final Json json;

    @Inject
    AuthenticationRoutes(Login login, Tokens tokens, LoginThrottle throttle, Json json) {
        this.login = login;
        this.tokens = tokens;
        this.throttle = throttle;
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
        Optional<EmailAddress> address = address(email);
        String key = context.ip() + "/" + address.map(EmailAddress::value).orElse("");
        long wait = throttle.waitSeconds(key);
        if (wait > 0) {
            throw new ProblemException(
                    Problem.of(429, "too_many_attempts", "Too many attempts", "too many wrong passwords")
                            .retryAfter((int) wait));
        }
        Optional<User> user = address.flatMap(found -> login.attempt(found, password));
        if (user.isEmpty()) {
            throttle.failed(key);
            throw new ProblemException(
                    Problem.of(401, "wrong_credentials", "Wrong credentials", "address or password is wrong"));
        }
        throttle.succeeded(key);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.issue(user.get()));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Tokens.LIFE.toSeconds());
        json.write(context, 200, answer);
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
