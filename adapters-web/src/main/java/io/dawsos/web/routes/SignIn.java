package io.dawsos.web.routes;

import io.dawsos.application.identity.Login;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.User;
import io.dawsos.web.authentication.LoginThrottle;
import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives a token for an address and its password, to the API and to pages alike. */
public final class SignIn {

    private final Login login;
    private final Tokens tokens;
    private final LoginThrottle throttle;

    @Inject
    SignIn(Login login, Tokens tokens, LoginThrottle throttle) {
        this.login = login;
        this.tokens = tokens;
        this.throttle = throttle;
    }

    /**
     * Issues a token.
     *
     * @throws ProblemException 401 if address or password is wrong, 429 after too many tries
     */
    public String token(Context context, String email, String password) {
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
        return tokens.issue(user.get());
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
