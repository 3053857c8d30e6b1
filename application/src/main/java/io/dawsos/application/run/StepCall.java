package io.dawsos.application.run;

import io.dawsos.application.pattern.StepPolicy;
import io.dawsos.application.pattern.StepPolicy.Retry;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.domain.capability.CapabilityKind;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.figure.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The calls of one run: the same capability with the same arguments is called once. Pure calls and writes are made on the thread
 * that asks; what asks the world outside is handed to the executor, is given up after its timeout, and tried again without a
 * thread that waits.
 */
final class StepCall {

    private final AgentRuntime runtime;
    private final Executor executor;
    private final RequestContext context;
    private final RunDeadline deadline;
    private final Map<Call, CompletableFuture<Made>> calls = new ConcurrentHashMap<>();

    private record Call(String capability, Record arguments, Optional<Duration> timeout) {}

    /**
     * What a call gave.
     *
     * @param attempts how often it was made
     */
    record Made(Outcome<?> outcome, int attempts) {}

    StepCall(AgentRuntime runtime, Executor executor, RequestContext context, RunDeadline deadline) {
        this.runtime = runtime;
        this.executor = executor;
        this.context = context;
        this.deadline = deadline;
    }

    /** Calls, or attaches to the same call; {@code attempts} is 0 for those who attach. */
    CompletableFuture<Made> call(RegisteredCapability capability, Record arguments, StepPolicy policy) {
        Call call = new Call(capability.name().value(), arguments, policy.timeout());
        CompletableFuture<Made> mine = new CompletableFuture<>();
        CompletableFuture<Made> first = calls.putIfAbsent(call, mine);
        if (first != null) {
            return first.thenApply(made -> new Made(made.outcome(), 0));
        }
        if (capability.kind() == CapabilityKind.EXTERNAL) {
            attempt(capability, arguments, policy, 1, mine);
        } else {
            try {
                mine.complete(new Made(invoke(capability, arguments, policy.timeout()), 1));
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            }
        }
        return mine;
    }

    private Outcome<?> invoke(RegisteredCapability capability, Record arguments, Optional<Duration> timeout) {
        if (timeout.isEmpty()) {
            return runtime.call(capability, context, arguments);
        }
        RunDeadline limit = deadline.within(timeout.get());
        try {
            return runtime.call(capability, context.with(limit), arguments);
        } catch (Deadline.CancelledException e) {
            if (deadline.over() || deadline.cancelled()) {
                throw e;
            }
            return late(capability, timeout.get());
        }
    }

    private static Outcome<?> late(RegisteredCapability capability, Duration timeout) {
        return Outcome.unavailable(new Unavailable(
                "step_timeout",
                capability.name() + " did not end within " + timeout.toMillis() + " ms",
                "try again, or give the step more time"));
    }

    private void attempt(
            RegisteredCapability capability,
            Record arguments,
            StepPolicy policy,
            int number,
            CompletableFuture<Made> result) {
        CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
        handOver(() -> {
            try {
                outcome.complete(invoke(capability, arguments, policy.timeout()));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        });
        policy.timeout()
                .ifPresent(time ->
                        outcome.completeOnTimeout(late(capability, time), time.toMillis(), TimeUnit.MILLISECONDS));
        var unused = outcome.whenComplete((value, error) -> {
            if (error != null) {
                result.completeExceptionally(error);
            } else if (again(capability, policy, number, value)) {
                Duration wait = policy.retry().orElseThrow().waitAfter(number);
                CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
                        .execute(() -> attempt(capability, arguments, policy, number + 1, result));
            } else {
                result.complete(new Made(value, number));
            }
        });
    }

    private boolean again(RegisteredCapability capability, StepPolicy policy, int made, Outcome<?> outcome) {
        Optional<Retry> retry = policy.retry();
        return retry.filter(rule -> made < rule.attempts()).isPresent()
                && outcome instanceof Outcome.NotAvailable<?> missing
                && capability.capability().retryOn().contains(missing.reason().code())
                && retry.get().waitAfter(made).toMillis() < deadline.remainingMillis();
    }

    private void handOver(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }
}
