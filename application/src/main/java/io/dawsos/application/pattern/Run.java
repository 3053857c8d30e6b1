package io.dawsos.application.pattern;

import io.dawsos.application.pattern.CompiledPattern.Step;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The steps of one run, driven by completion: a step that ends starts those that waited for it, the first on its own thread and the
 * others on the executor. No thread of the executor ever waits for a step.
 */
final class Run {

    private final CompiledPattern pattern;
    private final AgentRuntime runtime;
    private final Executor executor;
    private final RunState state;
    private final List<List<Integer>> followers = new ArrayList<>();
    private final AtomicIntegerArray waiting;
    private final AtomicInteger left;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Map<Call, CompletableFuture<Outcome<?>>> calls = new ConcurrentHashMap<>();

    private record Call(String capability, Record arguments) {}

    Run(CompiledPattern pattern, AgentRuntime runtime, Executor executor, RunState state) {
        this.pattern = pattern;
        this.runtime = runtime;
        this.executor = executor;
        this.state = state;
        int size = pattern.steps().size();
        this.waiting = new AtomicIntegerArray(size);
        this.left = new AtomicInteger(size);
        for (int i = 0; i < size; i++) {
            followers.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            waiting.set(i, pattern.steps().get(i).waitsFor().size());
            for (int before : pattern.steps().get(i).waitsFor()) {
                followers.get(before).add(i);
            }
        }
    }

    /** Starts the run on the calling thread; the future ends when all steps have, or with what stops the run. */
    CompletableFuture<Void> start() {
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < pattern.steps().size(); i++) {
            if (waiting.get(i) == 0) {
                ready.add(i);
            }
        }
        if (ready.isEmpty()) {
            done.complete(null);
        } else {
            runFrom(ready);
        }
        return done;
    }

    /** Runs the first of these steps here and hands the others over, then goes on with what became ready. */
    private void runFrom(List<Integer> ready) {
        ArrayDeque<Integer> here = new ArrayDeque<>();
        share(ready, here);
        while (!here.isEmpty() && !done.isDone()) {
            int index = here.pop();
            long start = System.nanoTime();
            try {
                CompletableFuture<Outcome<?>> outcome = outcome(pattern.steps().get(index));
                if (outcome.isDone()) {
                    share(finished(index, start, outcome), here);
                } else {
                    // Another thread is at the same call: it goes on with this step too when it has the outcome.
                    var unused = outcome.whenComplete((value, error) -> runFrom(finished(index, start, outcome)));
                }
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        }
    }

    /** Notes the outcome of a step, and gives the steps that waited for it alone; none if the run ends here. */
    private List<Integer> finished(int index, long start, CompletableFuture<Outcome<?>> outcome) {
        Step step = pattern.steps().get(index);
        try {
            state.finished(index, new StepTrace(step, outcome.join(), micros(start), false));
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (!step.optional() || !(cause instanceof RunRefusedException refused)) {
                done.completeExceptionally(cause);
                return List.of();
            }
            state.finished(index, new StepTrace(step, Outcome.unavailable(refusal(refused)), micros(start), true));
        }
        List<Integer> next = new ArrayList<>();
        for (int follower : followers.get(index)) {
            if (waiting.decrementAndGet(follower) == 0) {
                next.add(follower);
            }
        }
        if (left.decrementAndGet() == 0) {
            done.complete(null);
        }
        return next;
    }

    private static Unavailable refusal(RunRefusedException e) {
        return new Unavailable(
                e.code(), String.valueOf(e.getMessage()), "try again in " + e.retryAfterSeconds() + " s");
    }

    private static long micros(long start) {
        return (System.nanoTime() - start) / 1000;
    }

    private void share(List<Integer> ready, ArrayDeque<Integer> here) {
        for (int i = 0; i < ready.size(); i++) {
            int index = ready.get(i);
            if (i == 0) {
                here.push(index);
                continue;
            }
            try {
                executor.execute(() -> runFrom(List.of(index)));
            } catch (java.util.concurrent.RejectedExecutionException e) {
                // Every thread of the executor is busy: this thread does the work itself.
                here.addLast(index);
            }
        }
    }

    private CompletableFuture<Outcome<?>> outcome(Step step) {
        Object[] values = new Object[step.arguments().size()];
        for (int i = 0; i < values.length; i++) {
            Component component = step.argumentShape().components().get(i);
            Figure<Optional<Object>> value = step.arguments().get(i).evaluate(state);
            boolean mayBeAbsent = component.shape() instanceof Shape.Maybe;
            if (value.whyMissing().isPresent() && !mayBeAbsent) {
                return CompletableFuture.completedFuture(
                        Outcome.unavailable(value.whyMissing().get()));
            }
            Optional<Object> present = value.asOptional().flatMap(given -> given);
            if (present.isEmpty() && !mayBeAbsent) {
                return CompletableFuture.completedFuture(
                        Outcome.unavailable(absent("the argument " + component.name() + " of " + step.name())));
            }
            values[i] = component.shape() instanceof Shape.Maybe maybe
                    ? maybeValue(maybe, value, present)
                    : present.orElseThrow();
        }
        return once(step, step.argumentShape().make(values));
    }

    /** A figure keeps its reason; an optional is just empty. */
    private static Object maybeValue(Shape.Maybe maybe, Figure<Optional<Object>> value, Optional<Object> present) {
        if (!maybe.figure()) {
            return present;
        }
        if (value.whyMissing().isPresent()) {
            return Figure.missing(value.whyMissing().get());
        }
        return present.<Object>map(Figure::known).orElseGet(() -> Figure.missing(absent("the value")));
    }

    private static Unavailable absent(String what) {
        return new Unavailable("value_absent", what + " has no value in this run", "give the run what it is read from");
    }

    /** The same capability with the same arguments runs once: on the thread that comes first, for all steps that ask for it. */
    private CompletableFuture<Outcome<?>> once(Step step, Record arguments) {
        CompletableFuture<Outcome<?>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<?>> first =
                calls.putIfAbsent(new Call(step.capability().name().value(), arguments), mine);
        if (first != null) {
            return first;
        }
        try {
            mine.complete(runtime.call(step.capability(), state.context(), arguments));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
        return mine;
    }
}
