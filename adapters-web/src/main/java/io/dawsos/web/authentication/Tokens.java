package io.dawsos.web.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.web.WebSettings;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Login tokens: JWTs signed with HMAC-SHA-256, valid for an hour. */
public final class Tokens {

    /** How long a token is valid. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final int REMEMBERED = 10_000;
    private static final String ISSUER = "dawsos";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    @Inject
    public Tokens(WebSettings settings, Clock clock) {
        try {
            this.signer = new MACSigner(settings.tokenKey());
            this.verifier = new MACVerifier(settings.tokenKey());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the token key is too short", e);
        }
        this.clock = clock;
    }

    /** Who a valid token speaks for. */
    public record Caller(UserId user, Role role) {}

    /** Issues a token for a user. */
    public String issue(User user) {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(user.id().value().toString())
                        .claim("role", user.role().name())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token can't be signed", e);
        }
        return token.serialize();
    }

    /** Reads a token; empty if it is not ours, changed or expired. A token that was good is not verified again while it lasts. */
    public Optional<Caller> read(String text) {
        Verified known = verified.get(text);
        if (known != null && known.until().isAfter(clock.instant())) {
            return Optional.of(known.caller());
        }
        Optional<Verified> fresh = verify(text);
        if (verified.size() >= REMEMBERED) {
            verified.clear();
        }
        fresh.ifPresent(found -> verified.put(text, found));
        return fresh.map(Verified::caller);
    }

    private record Verified(Caller caller, Instant until) {}

    private Optional<Verified> verify(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean valid = JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(verifier)
                    && ISSUER.equals(claims.getIssuer())
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return valid
                    ? Optional.of(new Verified(
                            new Caller(
                                    new UserId(UUID.fromString(claims.getSubject())),
                                    Role.valueOf(claims.getStringClaim("role"))),
                            claims.getExpirationTime().toInstant()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
