package io.dawsos.application.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An agent as the runtime sees it now.
 *
 * @param breaker the state of its breaker: closed, open, half_open
 * @param since when the breaker came into that state
 * @param nextTry when an open breaker lets trial calls through
 * @param failures failed calls among the last five
 * @param freePlaces calls that would find a place at once
 */
public record AgentState(
        String name,
        String summary,
        List<String> capabilities,
        String breaker,
        Instant since,
        Optional<Instant> nextTry,
        int failures,
        int freePlaces) {}
