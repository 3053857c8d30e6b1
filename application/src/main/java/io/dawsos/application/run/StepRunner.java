package io.dawsos.application.run;

import io.dawsos.application.pattern.Step;
import io.dawsos.application.pattern.StepPolicy;
import io.dawsos.application.pattern.StepPolicy.Fallback;
import io.dawsos.application.pattern.Value;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs one step: condition, arguments, call, fallback, in this order. */
final class StepRunner {

    private final RunState state;
    private final StepCall calls;

    StepRunner(RunState state, StepCall calls) {
        this.state = state;
        this.calls = calls;
    }

    /**
     * How a step ended.
     *
     * @param refused whether it could not be served now
     */
    record Ended(
            StepStatus status,
            Outcome<?> outcome,
            Optional<Record> arguments,
            int attempts,
            boolean fellBack,
            boolean refused) {

        static Ended without(StepStatus status, Unavailable reason, Optional<Record> arguments) {
            return new Ended(status, Outcome.unavailable(reason), arguments, 0, false, false);
        }

        private Ended asFallback() {
            return new Ended(status, outcome, arguments, attempts, true, refused);
        }
    }

    /** Runs a step; the future fails with what stops the whole run. */
    CompletableFuture<Ended> run(Step step) {
        Figure<Boolean> decided = step.decide(state);
        if (decided.whyMissing().isPresent()) {
            Unavailable reason = decided.whyMissing().get();
            return CompletableFuture.completedFuture(Ended.without(
                    StepStatus.FAILED,
                    new Unavailable(
                            "condition_undecided",
                            "the condition of " + step.name() + " can't be decided: " + reason.message(),
                            "guard it with exists(...), or: " + reason.fix()),
                    Optional.empty()));
        }
        if (!decided.asOptional().orElseThrow()) {
            return CompletableFuture.completedFuture(skipped("the condition of " + step.name() + " is false: "
                    + step.condition().orElse("")));
        }
        Value arguments = step.arguments().evaluate(state);
        if (!(arguments instanceof Value.Present present)) {
            Ended ended = without(step, arguments);
            return ended.status() == StepStatus.SKIPPED
                    ? CompletableFuture.completedFuture(ended)
                    : orFallback(step, ended);
        }
        CompletableFuture<StepCall.Made> call = calls.call(step.capability(), (Record) present.value(), step.policy());
        Optional<Record> given = Optional.of((Record) present.value());
        if (call.isDone() && !call.isCompletedExceptionally()) {
            return orFallback(step, ended(call.join(), given));
        }
        return call.handle((made, error) -> error == null ? ended(made, given) : refused(step, error, given))
                .thenCompose(ended -> orFallback(step, ended));
    }

    private static Ended skipped(String why) {
        return Ended.without(
                StepStatus.SKIPPED,
                new Unavailable("step_skipped", why, "give inputs with which its condition is true"),
                Optional.empty());
    }

    private static Ended without(Step step, Value arguments) {
        if (arguments instanceof Value.Missing missing) {
            boolean fault = missing.reason().code().equals("value_not_allowed");
            return Ended.without(
                    fault ? StepStatus.FAILED : StepStatus.UNAVAILABLE, missing.reason(), Optional.empty());
        }
        Value.Absent absent = (Value.Absent) arguments;
        return absent.skipped()
                ? skipped(step.name() + " needs " + absent.what() + ", which was skipped")
                : Ended.without(
                        StepStatus.UNAVAILABLE,
                        new Unavailable(
                                "value_absent",
                                step.name() + " needs " + absent.what() + ", which has no value in this run",
                                "give the run what it is read from"),
                        Optional.empty());
    }

    private static Ended ended(StepCall.Made made, Optional<Record> arguments) {
        StepStatus status = StepStatus.SUCCEEDED;
        if (made.outcome() instanceof Outcome.NotAvailable<?> missing) {
            status = missing.reason().code().equals(AgentRuntime.BUG) ? StepStatus.FAILED : StepStatus.UNAVAILABLE;
        }
        return new Ended(status, made.outcome(), arguments, made.attempts(), false, false);
    }

    /** A refusal ends the run, unless the step is optional or has a fallback; any other error always does. */
    private static Ended refused(Step step, Throwable error, Optional<Record> arguments) {
        Throwable cause = error instanceof CompletionException wrapped
                ? Objects.requireNonNullElse(wrapped.getCause(), wrapped)
                : error;
        boolean bearable = step.policy().optional() || step.policy().fallback().isPresent();
        if (!(cause instanceof RunRefusedException refusal) || !bearable) {
            throw new CompletionException(cause);
        }
        Unavailable reason = new Unavailable(
                refusal.code(),
                String.valueOf(refusal.getMessage()),
                "try again in " + refusal.retryAfterSeconds() + " s");
        return new Ended(StepStatus.UNAVAILABLE, Outcome.unavailable(reason), arguments, 1, false, true);
    }

    private CompletableFuture<Ended> orFallback(Step step, Ended ended) {
        Optional<Fallback> fallback = step.policy().fallback();
        if (ended.status() == StepStatus.SUCCEEDED || fallback.isEmpty()) {
            return CompletableFuture.completedFuture(ended);
        }
        if (fallback.get() instanceof Fallback.Written written) {
            Provenance source = new Provenance(List.of("pattern"), Optional.empty(), "fallback value", 1, false);
            String why = ((Outcome.NotAvailable<?>) ended.outcome()).reason().message();
            return CompletableFuture.completedFuture(new Ended(
                    StepStatus.SUCCEEDED,
                    new Outcome.Available<>(written.value(), source, List.of("a fallback value stands here: " + why)),
                    ended.arguments(),
                    ended.attempts(),
                    true,
                    ended.refused()));
        }
        Fallback.Other other = (Fallback.Other) fallback.get();
        Value arguments = other.arguments().evaluate(state);
        if (!(arguments instanceof Value.Present present)) {
            return CompletableFuture.completedFuture(without(step, arguments).asFallback());
        }
        StepPolicy plain = new StepPolicy(true, step.policy().timeout(), Optional.empty(), Optional.empty());
        return calls.call(other.capability(), (Record) present.value(), plain)
                .handle((made, error) -> error == null
                        ? ended(made, ended.arguments()).asFallback()
                        : refused(step, error, ended.arguments()).asFallback());
    }
}
