package io.dawsos.application.run;

import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.Step;
import io.dawsos.application.pattern.UnknownPatternException;
import io.dawsos.application.run.InvalidInputsException.InputProblem;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.capability.CapabilityKind;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.PortfolioId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs patterns: checks inputs, pins the context, runs the steps, writes the answer, logs the run. */
public final class PatternOrchestrator {

    private final PatternCatalog catalog;
    private final ContextPinning pinning;
    private final PatternRuns runs;
    private final IdempotentRuns idempotent;
    private final LiveRuns live;
    private final Executor executor;
    private final Supplier<UUID> identities;
    private final ExecutionSettings settings;
    private final AnswerWriter writer = new AnswerWriter();
    private final AnswerCache cache;

    @Inject
    public PatternOrchestrator(
            PatternCatalog catalog,
            ContextPinning pinning,
            AgentRuntime runtime,
            ExecutionLogWriter log,
            IdempotencyKeys keys,
            LiveRuns live,
            Executor executor,
            Clock clock,
            Supplier<UUID> identities,
            MeterRegistry meters,
            ExecutionSettings settings) {
        this.catalog = catalog;
        this.pinning = pinning;
        this.runs = new PatternRuns(runtime, executor, log, clock, meters);
        this.idempotent = new IdempotentRuns(keys);
        this.live = live;
        this.executor = executor;
        this.identities = identities;
        this.settings = settings;
        this.cache = new AnswerCache(settings.cacheBytes(), settings.limits().deadline());
    }

    /**
     * Runs a pattern, or gives the answer that the same run gave before.
     *
     * @param view lays out the data
     * @throws InvalidInputsException if inputs are wrong
     * @throws UnknownPatternException if there is no such pattern
     * @throws RunRefusedException if the run can't be served now
     * @throws RunCancelledException if it was cancelled
     * @throws IdempotencyConflictException if the pattern changes state and the request's key stands in the way
     */
    public Answer answer(ExecutionRequest request, View view) {
        Prepared prepared = prepare(request, view);
        if (prepared.pattern().writes()) {
            return idempotent.answer(
                    request,
                    prepared,
                    changed -> compute(prepared, new WriteWatch(changed)).toAnswer(false));
        }
        return prepared.pattern().pure()
                ? cache.get(prepared.key(), () -> compute(prepared))
                : compute(prepared).toAnswer(false);
    }

    /** Sets a flag when a step begins that changes state. */
    private record WriteWatch(AtomicBoolean changed) implements RunListener {
        @Override
        public void started(Step step) {
            if (step.capability().kind() == CapabilityKind.WRITE) {
                changed.set(true);
            }
        }

        @Override
        public void ended(StepTrace step) {}
    }

    /**
     * Says what a run would do.
     *
     * @throws InvalidInputsException if inputs are wrong
     * @throws UnknownPatternException if there is no such pattern
     */
    public Plan plan(ExecutionRequest request) {
        Prepared prepared = prepare(request, View.OUTPUTS);
        return Plan.of(
                prepared,
                prepared.pattern().pure() && cache.known(prepared.key()).isPresent());
    }

    /** Runs what is prepared here, without looking for an answer that is known. */
    AnswerWriter.Parts compute(Prepared prepared) {
        return compute(prepared, RunListener.NONE);
    }

    /** Runs the steps of what is prepared here, without an answer and without a log entry. */
    Execution execute(Prepared prepared) {
        UUID id = identities.get();
        RunDeadline deadline = new RunDeadline(settings.limits().deadline());
        try {
            return runs.execute(prepared, new PatternRuns.Ticket(id, deadline, RunListener.NONE), id.toString())
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException stop ? stop : e;
        }
    }

    private AnswerWriter.Parts compute(Prepared prepared, RunListener listener) {
        UUID id = identities.get();
        RunDeadline deadline = new RunDeadline(settings.limits().deadline());
        live.begin(id, prepared.user(), deadline);
        try {
            return runs.begin(prepared, new PatternRuns.Ticket(id, deadline, listener))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException stop ? stop : e;
        } finally {
            live.end(id);
        }
    }

    /**
     * Starts a run that can be watched, and returns at once.
     *
     * @throws RunRefusedException if no thread is free
     * @throws InvalidInputsException if inputs are wrong, or the pattern changes state
     */
    public LiveRun start(ExecutionRequest request, View view) {
        Prepared prepared = prepare(request, view);
        if (prepared.pattern().writes()) {
            throw new InvalidInputsException(List.of(new InputProblem(
                    "pattern",
                    "the pattern changes state, and such a run is not watched",
                    "run it with POST /api/patterns/execute and a header Idempotency-Key")));
        }
        Optional<Answer> known = prepared.pattern().pure() ? cache.known(prepared.key()) : Optional.empty();
        RunDeadline deadline = new RunDeadline(settings.limits().deadline());
        LiveRun run = live.watch(identities.get(), prepared.user(), prepared.pattern(), deadline);
        if (known.isPresent()) {
            live.end(run.id());
            run.finish(known.get());
            return run;
        }
        try {
            executor.execute(() -> begin(prepared, run, deadline));
        } catch (RejectedExecutionException e) {
            live.end(run.id());
            throw new RunRefusedException("server_busy", "no thread is free to run the pattern", 1);
        }
        return run;
    }

    private void begin(Prepared prepared, LiveRun run, RunDeadline deadline) {
        var unused = runs.begin(prepared, new PatternRuns.Ticket(run.id(), deadline, run))
                .whenComplete((parts, error) -> {
                    live.end(run.id());
                    if (error != null) {
                        run.fail(
                                error instanceof CompletionException && error.getCause() != null
                                        ? error.getCause()
                                        : error);
                        return;
                    }
                    if (prepared.pattern().pure()) {
                        cache.keep(prepared.key(), parts);
                    }
                    run.finish(parts.toAnswer(false));
                });
    }

    /** Checks inputs and pins the context of a run, which does not begin. */
    Prepared prepare(ExecutionRequest request, View view) {
        CompiledPattern pattern = catalog.pattern(request.pattern());
        Map<String, Object> inputs = RunInputs.read(pattern, request);
        Pins pins = pin(request, inputs);
        pins.portfolio()
                .ifPresent(pinned ->
                        inputs.put(RunInputs.PORTFOLIO, pinned.portfolio().id().value()));
        if (!pattern.needsPortfolio()) {
            inputs.remove(RunInputs.PORTFOLIO);
        }
        return new Prepared(request.user(), pattern, inputs, writer.inputs(pattern, inputs), pins, view);
    }

    private Pins pin(ExecutionRequest request, Map<String, Object> inputs) {
        Subject subject;
        if (inputs.get(RunInputs.PORTFOLIO) instanceof UUID id) {
            subject = new Subject.OnePortfolio(new PortfolioId(id));
        } else {
            subject = request.defaultPortfolio() ? new Subject.DefaultPortfolio() : new Subject.Nothing();
        }
        return pinning.pin(AccessScope.of(request.user()), new PinRequest(subject, request.pack(), request.asOf()));
    }
}
