package io.dawsos.application.runtime;

import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.figure.Unavailable;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands before each call of one agent, in this order: the bulkhead, then the breaker, then the call. A full bulkhead is never
 * a failure of the breaker; a store that is lost or silent is one, and so is a failure of transport.
 */
final class AgentGuard {

    static final Duration OPEN = Duration.ofSeconds(60);
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int FAILURES_IN_A_ROW = 5;
    private static final int TRIAL_CALLS = 3;

    private final Agent agent;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final StoreHealth store;
    private volatile Instant since;
    private volatile boolean openedByLoss;
    private volatile boolean openedByStore;

    AgentGuard(Agent agent, int concurrentCalls, Clock clock, StoreHealth store) {
        this.agent = agent;
        this.clock = clock;
        this.store = store;
        this.since = clock.instant();
        String name = agent.name().value();
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrentCalls)
                        .maxWaitDuration(Duration.ofSeconds(3))
                        .build());
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(FAILURES_IN_A_ROW)
                        .minimumNumberOfCalls(FAILURES_IN_A_ROW)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                        .maxWaitDurationInHalfOpenState(OPEN)
                        .recordException(AgentGuard::isFailure)
                        .ignoreException(error -> !isFailure(error))
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> since = clock.instant());
    }

    private static boolean isFailure(Throwable error) {
        return error instanceof UncheckedIOException
                || (error instanceof StoreUnavailableException store
                        && store.reason() != StoreUnavailableException.Cause.SATURATED);
    }

    /**
     * Makes a call.
     *
     * @throws RunRefusedException if the bulkhead is full, the store can't be used, or the store opened the breaker
     * @throws AgentUnavailableException if transport failed, or opened the breaker
     */
    <T> T call(Supplier<T> work) {
        closeIfStoreIsBack();
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(work));
        } catch (BulkheadFullException e) {
            throw new RunRefusedException("agent_busy", "agent " + agent.name() + " has no free place", 1);
        } catch (CallNotPermittedException e) {
            if (!openedByStore) {
                throw new AgentUnavailableException(new Unavailable(
                        "agent_circuit_open",
                        "agent " + agent.name() + " is switched off since " + since
                                + ", since its calls failed; next try at " + since.plus(OPEN),
                        "wait until then, or have an administrator reset its breaker"));
            }
            throw new RunRefusedException(
                    "agent_circuit_open",
                    "agent " + agent.name() + " is switched off since " + since
                            + ", since the database failed it; next try at "
                            + since.plus(OPEN),
                    (int) OPEN.toSeconds());
        } catch (StoreUnavailableException e) {
            openedByStore = true;
            openedByLoss = e.reason() == StoreUnavailableException.Cause.LOST;
            throw refused(e);
        } catch (UncheckedIOException e) {
            openedByStore = false;
            throw new AgentUnavailableException(new Unavailable(
                    "transport_failed",
                    "agent " + agent.name() + " could not reach what it needs: " + e.getMessage(),
                    "try again"));
        }
    }

    /** Calls that were under way when the store came back may fail late and open the breaker again: the loss is over all the same. */
    private void closeIfStoreIsBack() {
        if (openedByLoss
                && breaker.getState() == CircuitBreaker.State.OPEN
                && store.state().available()
                && clock.instant().isAfter(since.plus(SETTLED))) {
            reset();
        }
    }

    static RunRefusedException refused(StoreUnavailableException e) {
        return switch (e.reason()) {
            case SATURATED -> new RunRefusedException("database_busy", String.valueOf(e.getMessage()), 1);
            case LOST -> new RunRefusedException("database_lost", String.valueOf(e.getMessage()), 2);
            case TIMEOUT -> new RunRefusedException("database_timeout", String.valueOf(e.getMessage()), 2);
        };
    }

    void reset() {
        breaker.reset();
    }

    AgentState state() {
        return new AgentState(
                agent.name().value(),
                agent.summary(),
                agent.capabilities().stream()
                        .map(capability -> capability.name().value())
                        .sorted()
                        .toList(),
                breaker.getState().name().toLowerCase(java.util.Locale.ROOT),
                since,
                breaker.getState() == CircuitBreaker.State.OPEN ? Optional.of(since.plus(OPEN)) : Optional.empty(),
                breaker.getMetrics().getNumberOfFailedCalls(),
                bulkhead.getMetrics().getAvailableConcurrentCalls());
    }
}
