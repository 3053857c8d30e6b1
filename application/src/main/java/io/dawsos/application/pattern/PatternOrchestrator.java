package io.dawsos.application.pattern;

import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.pattern.InvalidInputsException.InputProblem;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.application.shape.NearestName;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.PortfolioId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs patterns: checks inputs, pins the context, runs the steps, writes the answer, logs the run. */
public final class PatternOrchestrator {

    private static final Logger LOG = LoggerFactory.getLogger(PatternOrchestrator.class);
    private static final String PORTFOLIO = "portfolio_id";

    private final PatternCatalog catalog;
    private final AgentRuntime runtime;
    private final ContextPinning pinning;
    private final Executor executor;
    private final ExecutionLogWriter log;
    private final Clock clock;
    private final Supplier<UUID> identities;
    private final ExecutionSettings settings;
    private final AnswerWriter writer = new AnswerWriter();
    private final AnswerCache cache;

    @Inject
    public PatternOrchestrator(
            PatternCatalog catalog,
            AgentRuntime runtime,
            ContextPinning pinning,
            Executor executor,
            ExecutionLogWriter log,
            Clock clock,
            Supplier<UUID> identities,
            ExecutionSettings settings) {
        this.catalog = catalog;
        this.runtime = runtime;
        this.pinning = pinning;
        this.executor = executor;
        this.log = log;
        this.clock = clock;
        this.identities = identities;
        this.settings = settings;
        this.cache = new AnswerCache(settings.cacheBytes());
    }

    /**
     * Runs a pattern, or gives the answer that the same run gave before.
     *
     * @param view lays out the data
     * @throws InvalidInputsException if inputs are wrong
     * @throws UnknownPatternException if there is no such pattern
     * @throws RunRefusedException if the run can't be served now
     */
    public Answer answer(ExecutionRequest request, View view) {
        CompiledPattern pattern = catalog.pattern(request.pattern());
        Map<String, Object> inputs = readInputs(pattern, request);
        Pins pins = pin(request, inputs);
        pins.portfolio()
                .ifPresent(
                        pinned -> inputs.put(PORTFOLIO, pinned.portfolio().id().value()));
        if (!pattern.needsPortfolio()) {
            inputs.remove(PORTFOLIO);
        }
        String canonical = writer.inputs(inputs);
        AnswerCache.Key key = new AnswerCache.Key(
                request.user(),
                pattern.hash(),
                view.name(),
                canonical,
                pins.pack().map(pack -> pack.hash()).orElse(""),
                pins.portfolio().map(pinned -> pinned.portfolio().toString()).orElse(""),
                pins.portfolio()
                        .flatMap(pinned -> pinned.head())
                        .map(head -> head.hex())
                        .orElse(""));
        return cache.get(key, () -> compute(request, pattern, inputs, canonical, pins, view));
    }

    private Map<String, Object> readInputs(CompiledPattern pattern, ExecutionRequest request) {
        Map<String, Object> inputs = new TreeMap<>();
        List<InputProblem> problems = new ArrayList<>();
        List<String> names = pattern.inputs().stream().map(InputSpec::name).toList();
        request.inputs().keySet().stream()
                .sorted()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(new InputProblem(
                        name,
                        "the pattern has no such input",
                        NearestName.of(name, names)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("its inputs are " + String.join(", ", names)))));
        for (InputSpec spec : pattern.inputs()) {
            Optional<Object> given =
                    Optional.ofNullable(request.inputs().get(spec.name())).or(spec::standard);
            boolean fromPins = request.defaultPortfolio() && spec.name().equals(PORTFOLIO);
            if (given.isEmpty() && spec.required() && !fromPins) {
                problems.add(new InputProblem(spec.name(), "the input is required", spec.description()));
            }
            given.ifPresent(value -> {
                try {
                    inputs.put(spec.name(), spec.read(value));
                } catch (IllegalArgumentException e) {
                    problems.add(new InputProblem(spec.name(), "found " + value, String.valueOf(e.getMessage())));
                }
            });
        }
        if (request.pack().isPresent() && request.asOf().isPresent()) {
            problems.add(new InputProblem(
                    "as_of", "a pack and a date are both given", "a pack has a date: give one of them"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputsException(problems);
        }
        return inputs;
    }

    private Pins pin(ExecutionRequest request, Map<String, Object> inputs) {
        Subject subject;
        if (inputs.get(PORTFOLIO) instanceof UUID id) {
            subject = new Subject.OnePortfolio(new PortfolioId(id));
        } else {
            subject = request.defaultPortfolio() ? new Subject.DefaultPortfolio() : new Subject.Nothing();
        }
        return pinning.pin(AccessScope.of(request.user()), new PinRequest(subject, request.pack(), request.asOf()));
    }

    private AnswerWriter.Parts compute(
            ExecutionRequest request,
            CompiledPattern pattern,
            Map<String, Object> inputs,
            String canonicalInputs,
            Pins pins,
            View view) {
        Instant startedAt = clock.instant();
        long start = System.nanoTime();
        UUID id = identities.get();
        RunDeadline deadline = new RunDeadline(settings.deadline());
        String traceId = Optional.ofNullable(MDC.get("trace_id")).orElse(id.toString());
        RequestContext context =
                new RequestContext(AccessScope.of(request.user()), traceId, pins.portfolio(), pins.pack(), deadline);
        RunState state = new RunState(inputs, context, pattern.steps().size());
        await(new Run(pattern, runtime, executor, state).start(), deadline);
        List<StepTrace> steps = IntStream.range(0, pattern.steps().size())
                .mapToObj(state::trace)
                .toList();
        long micros = (System.nanoTime() - start) / 1000;
        Execution run = new Execution(id, pattern, inputs, pins, steps, startedAt, micros);
        AnswerWriter.Parts parts = writer.write(run, view);
        log.record(new ExecutionRecord(
                id,
                request.user(),
                pattern.id(),
                pattern.hash(),
                Execution.ENGINE_VERSION,
                canonicalInputs,
                pins.portfolio().map(pinned -> pinned.portfolio().id()),
                pins.pack().map(pack -> pack.id()),
                pins.portfolio().flatMap(pinned -> pinned.head()),
                parts.unavailable() == 0 ? "succeeded" : "degraded",
                parts.resultHash(),
                "{" + new String(parts.trace(), java.nio.charset.StandardCharsets.UTF_8) + "}",
                startedAt,
                micros));
        LOG.info(
                "Pattern execution completed pattern={} duration_micros={} steps={} unavailable={} trace_id={}",
                pattern.id(),
                micros,
                steps.size(),
                parts.unavailable(),
                traceId);
        return parts;
    }

    private static void await(CompletableFuture<Void> run, RunDeadline deadline) {
        try {
            run.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException("a step ended with an error", e.getCause());
        } catch (TimeoutException e) {
            deadline.cancel();
            throw new RunRefusedException("deadline_exceeded", "the run did not end in time", 5);
        } catch (InterruptedException e) {
            deadline.cancel();
            Thread.currentThread().interrupt();
            throw new RunRefusedException("interrupted", "the server is stopping", 5);
        }
    }
}
