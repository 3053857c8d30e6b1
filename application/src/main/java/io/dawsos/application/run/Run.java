package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.figure.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The steps of one run, driven by completion: a step that ends starts those that waited for it, the first on its own thread and the
 * others on the executor. No thread of the executor ever waits for a step.
 */
final class Run {

    private final CompiledPattern pattern;
    private final Executor executor;
    private final RunState state;
    private final StepRunner runner;
    private final RunListener listener;
    private final List<List<Integer>> followers = new ArrayList<>();
    private final AtomicIntegerArray waiting;
    private final AtomicInteger left;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final long start = System.nanoTime();

    Run(
            CompiledPattern pattern,
            AgentRuntime runtime,
            Executor executor,
            RunState state,
            RunDeadline deadline,
            RunListener listener) {
        this.pattern = pattern;
        this.executor = executor;
        this.state = state;
        this.listener = listener;
        this.runner = new StepRunner(state, new StepCall(runtime, executor, state.context(), deadline));
        int size = pattern.steps().size();
        this.waiting = new AtomicIntegerArray(size);
        this.left = new AtomicInteger(size);
        for (int i = 0; i < size; i++) {
            followers.add(new ArrayList<>(2));
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

    /** Notes the steps that had not ended when the run was stopped. */
    void cancelRest() {
        for (int i = 0; i < pattern.steps().size(); i++) {
            if (!state.hasEnded(i)) {
                Unavailable reason = new Unavailable("cancelled", "the run was stopped first", "run it again");
                end(i, micros(), StepRunner.Ended.without(StepStatus.CANCELLED, reason, Optional.empty()));
                listener.ended(state.trace(i));
            }
        }
    }

    private long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    /** Runs the first of these steps here and hands the others over, then goes on with what became ready. */
    private void runFrom(List<Integer> ready) {
        ArrayDeque<Integer> here = new ArrayDeque<>();
        share(ready, here);
        while (!here.isEmpty() && !done.isDone()) {
            int index = here.pop();
            long begun = micros();
            try {
                listener.started(pattern.steps().get(index));
                CompletableFuture<StepRunner.Ended> ended =
                        runner.run(pattern.steps().get(index));
                if (ended.isDone()) {
                    share(finished(index, begun, ended), here);
                } else {
                    // Another thread is at the call: it goes on with this step too when it has the outcome.
                    var unused = ended.whenComplete((value, error) -> runFrom(finished(index, begun, ended)));
                }
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        }
    }

    /** Notes how a step ended, and gives the steps that waited for it alone; none if the run ends here. */
    private List<Integer> finished(int index, long begun, CompletableFuture<StepRunner.Ended> ended) {
        try {
            end(index, begun, ended.join());
        } catch (CompletionException e) {
            done.completeExceptionally(Objects.requireNonNull(e.getCause()));
            return List.of();
        }
        listener.ended(state.trace(index));
        List<Integer> next = new ArrayList<>(followers.get(index).size());
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

    private void end(int index, long begun, StepRunner.Ended ended) {
        state.ended(
                index,
                new StepTrace(
                        pattern.steps().get(index),
                        ended.status(),
                        ended.outcome(),
                        ended.arguments(),
                        begun,
                        micros() - begun,
                        ended.attempts(),
                        ended.fellBack(),
                        ended.refused()));
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
            } catch (RejectedExecutionException e) {
                // The executor is full: the step runs here, later.
                here.addLast(index);
            }
        }
    }
}
