package io.dawsos.application.run;

import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs what is prepared: the steps, then the answer and the log. Nothing here waits. */
final class PatternRuns {

    private static final Logger LOG = LoggerFactory.getLogger(PatternRuns.class);

    private final AgentRuntime runtime;
    private final Executor executor;
    private final ExecutionLogWriter log;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Timed, Timer> timers = new ConcurrentHashMap<>();
    private final AnswerWriter writer = new AnswerWriter();

    PatternRuns(AgentRuntime runtime, Executor executor, ExecutionLogWriter log, Clock clock, MeterRegistry meters) {
        this.runtime = runtime;
        this.executor = executor;
        this.log = log;
        this.clock = clock;
        this.meters = meters;
    }

    /** Who runs and how it is watched. */
    record Ticket(UUID id, RunDeadline deadline, RunListener listener) {}

    /**
     * Starts a run on the calling thread.
     *
     * @return the answer; or fails with RunRefusedException if the run can't be served now, RunCancelledException if it was
     *     cancelled, InvalidArgumentException if a capability finds an argument wrong
     */
    CompletableFuture<AnswerWriter.Parts> begin(Prepared prepared, Ticket ticket) {
        String traceId =
                Optional.ofNullable(MDC.get("trace_id")).orElse(ticket.id().toString());
        return execute(prepared, ticket, traceId).thenApply(execution -> {
            AnswerWriter.Parts parts = writer.write(execution, prepared.view());
            record(prepared, execution, parts, traceId);
            if (execution.status() == Execution.Status.CANCELLED) {
                throw new RunCancelledException();
            }
            return parts;
        });
    }

    /** Runs the steps alone: no answer is written and nothing is logged. A run that was cancelled ends as such. */
    CompletableFuture<Execution> execute(Prepared prepared, Ticket ticket, String traceId) {
        CompiledPattern pattern = prepared.pattern();
        Instant startedAt = clock.instant();
        long start = System.nanoTime();
        RequestContext context = context(prepared, ticket.deadline(), traceId);
        RunState state =
                new RunState(prepared.inputs(), context, pattern.steps().size());
        Run run = new Run(pattern, runtime, executor, state, ticket.deadline(), ticket.listener());
        CompletableFuture<Void> steps = run.start();
        if (!steps.isDone()) {
            steps = steps.orTimeout(ticket.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
        }
        return steps.handle((nothing, error) -> {
            if (error != null) {
                RuntimeException stop = stopped(error, ticket.deadline());
                if (!(stop instanceof RunCancelledException)) {
                    throw stop;
                }
                run.cancelRest();
            }
            List<StepTrace> traces = IntStream.range(0, pattern.steps().size())
                    .mapToObj(state::trace)
                    .toList();
            long micros = (System.nanoTime() - start) / 1000;
            return new Execution(ticket.id(), pattern, prepared.inputs(), prepared.pins(), traces, startedAt, micros);
        });
    }

    static RequestContext context(Prepared prepared, RunDeadline deadline, String traceId) {
        Pins pins = prepared.pins();
        return new RequestContext(AccessScope.of(prepared.user()), traceId, pins.portfolio(), pins.pack(), deadline);
    }

    private static RuntimeException stopped(Throwable error, RunDeadline deadline) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof TimeoutException || cause instanceof Deadline.CancelledException) {
            boolean byCaller = deadline.cancelled();
            deadline.cancel();
            return byCaller
                    ? new RunCancelledException()
                    : new RunRefusedException("deadline_exceeded", "the run did not end in time", 5);
        }
        deadline.cancel();
        return cause instanceof RuntimeException known
                ? known
                : new IllegalStateException("a step ended with an error", cause);
    }

    private record Timed(String pattern, String status) {}

    private Timer timer(Timed timed) {
        return Timer.builder("dawsos.pattern.runs")
                .tag("pattern", timed.pattern())
                .tag("status", timed.status())
                .register(meters);
    }

    private void record(Prepared prepared, Execution run, AnswerWriter.Parts parts, String traceId) {
        String status = TraceWriter.status(run, parts.unavailable());
        ExecutionRecord entry = new ExecutionRecord(
                run.id(),
                prepared.user(),
                run.pattern().id(),
                run.pattern().hash(),
                Execution.ENGINE_VERSION,
                prepared.view().name(),
                prepared.canonicalInputs(),
                run.pins().portfolio().map(pinned -> pinned.portfolio().id()),
                run.pins().pack().map(pack -> pack.id()),
                run.pins().portfolio().flatMap(pinned -> pinned.head()),
                status,
                parts.resultHash(),
                parts.traceJson(),
                run.startedAt(),
                run.micros());
        if (run.pattern().pure()) {
            log.record(entry);
        } else {
            log.recordNow(entry);
        }
        timers.computeIfAbsent(new Timed(run.pattern().id(), status), this::timer)
                .record(run.micros(), TimeUnit.MICROSECONDS);
        LOG.info(
                "Pattern execution completed pattern={} duration_micros={} steps={} unavailable={} status={} trace_id={}",
                run.pattern().id(),
                run.micros(),
                run.steps().size(),
                parts.unavailable(),
                status,
                traceId);
    }
}
