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
 */
public record ExecutionRequest(
        UserId user,
        String pattern,
        Map<String, Object> inputs,
        boolean defaultPortfolio,
        Optional<PackId> pack,
        Optional<LocalDate> asOf) {

    public ExecutionRequest {
        inputs = Map.copyOf(inputs);
    }
}
