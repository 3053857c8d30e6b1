package io.dawsos.application.run;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.pricing.PackId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A wish to run a pattern.
 *
 * @param user in whose name it runs
 * @param inputs by name: texts, decimals, truth values, or typed values
 * @param defaultPortfolio whether the input {@code portfolio_id}, if it is not given, is the user's first portfolio
 * @param pack the pack to answer from; the newest if neither it nor a date is given
 * @param asOf the date to answer for; not together with a pack
 * @param idempotencyKey under which a run that changes state is made at most once
 */
public record ExecutionRequest(
        UserId user,
        String pattern,
        Map<String, Object> inputs,
        boolean defaultPortfolio,
        Optional<PackId> pack,
        Optional<LocalDate> asOf,
        Optional<String> idempotencyKey) {

    public ExecutionRequest {
        inputs = Map.copyOf(inputs);
    }

    /** A wish without a key, for patterns that change nothing. */
    public ExecutionRequest(
            UserId user,
            String pattern,
            Map<String, Object> inputs,
            boolean defaultPortfolio,
            Optional<PackId> pack,
            Optional<LocalDate> asOf) {
        this(user, pattern, inputs, defaultPortfolio, pack, asOf, Optional.empty());
    }

    /** The same with the key under which it is run at most once. */
    public ExecutionRequest withKey(Optional<String> key) {
        return new ExecutionRequest(user, pattern, inputs, defaultPortfolio, pack, asOf, key);
    }
}
