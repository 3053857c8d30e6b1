package io.dawsos.application.run;

import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.InputSpec;
import io.dawsos.application.pattern.PatternArchive;
import io.dawsos.application.shape.JsonDifferences;
import io.dawsos.application.shape.JsonDifferences.Difference;
import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionLog.Filter;
import io.dawsos.domain.execution.ExecutionLog.Position;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs that were: listed, shown, run again. */
public final class Executions {

    private static final int MOST_DIFFERENCES = 200;

    private final ExecutionLog log;
    private final ExecutionLogWriter writer;
    private final PatternArchive archive;
    private final PatternOrchestrator orchestrator;
    private final ContextPinning pinning;
    private final Views views;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    public Executions(
            ExecutionLog log,
            ExecutionLogWriter writer,
            PatternArchive archive,
            PatternOrchestrator orchestrator,
            ContextPinning pinning,
            Views views) {
        this.log = log;
        this.writer = writer;
        this.archive = archive;
        this.orchestrator = orchestrator;
        this.pinning = pinning;
        this.views = views;
    }

    /** Thrown when a run is asked for that does not exist, or is another user's. */
    public static final class UnknownExecutionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownExecutionException(UUID id) {
            super("no execution " + id);
        }
    }

    /** Thrown when a run can't be run again, because the program that ran it was another. */
    public static final class NotReplayableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReplayableException(String message) {
            super(message);
        }
    }

    /**
     * A run that was run again.
     *
     * @param original as the log has it
     * @param resultHash of the run of now, on the pack and ledger head of then
     * @param reproduced whether both hashes are equal
     * @param answer the answer of the run of now
     * @param changes what differs between it and a run of the same inputs on the newest pack and head
     */
    public record Replay(
            ExecutionRecord original, String resultHash, boolean reproduced, Answer answer, List<Difference> changes) {}

    /** A page of a user's runs, newest first. */
    public List<ExecutionRecord> page(UserId user, Filter filter, Optional<Position> before, int limit) {
        writer.flush();
        return log.page(AccessScope.of(user), filter, before, limit);
    }

    /**
     * Finds a run.
     *
     * @throws UnknownExecutionException if there is none of that id, or it is another user's
     */
    public ExecutionRecord find(UserId user, UUID id) {
        Optional<ExecutionRecord> found = log.find(AccessScope.of(user), id);
        if (found.isEmpty()) {
            writer.flush();
            found = log.find(AccessScope.of(user), id);
        }
        return found.orElseThrow(() -> new UnknownExecutionException(id));
    }

    /**
     * Runs a run again on its own pack and ledger head.
     *
     * @throws UnknownExecutionException if there is no such run
     * @throws NotReplayableException if its pattern or layout is not to be had any more
     */
    public Replay replay(UserId user, UUID id) {
        ExecutionRecord original = find(user, id);
        Prepared prepared = prepare(original);
        AnswerWriter.Parts again = orchestrator.compute(prepared);
        return new Replay(
                original,
                again.resultHash(),
                again.resultHash().equals(original.resultHash()),
                again.toAnswer(false),
                changes(prepared, again));
    }

    /** Makes a run ready to be run as it was. */
    Prepared prepare(ExecutionRecord original) {
        CompiledPattern pattern = archive.compiled(original.patternHash())
                .orElseThrow(() -> new NotReplayableException("the version " + original.patternHash()
                        + " of the pattern " + original.pattern() + " does not compile with this program"));
        if (!pattern.pure()) {
            throw new NotReplayableException(
                    "the pattern " + original.pattern() + " asks the world outside or changes state");
        }
        View view = views.find(original.view())
                .orElseThrow(() -> new NotReplayableException("there is no layout " + original.view() + " any more"));
        return new Prepared(
                original.user(), pattern, inputs(pattern, original), original.inputsJson(), pins(original), view);
    }

    private Map<String, Object> inputs(CompiledPattern pattern, ExecutionRecord original) {
        Map<String, Object> plain = json.readValue(original.inputsJson(), MapOfValues.TYPE);
        Map<String, Object> inputs = new TreeMap<>();
        for (InputSpec spec : pattern.inputs()) {
            Optional.ofNullable(plain.get(spec.name())).ifPresent(value -> inputs.put(spec.name(), spec.read(value)));
        }
        return inputs;
    }

    private Pins pins(ExecutionRecord original) {
        Subject subject =
                original.portfolio().<Subject>map(Subject.OnePortfolio::new).orElseGet(Subject.Nothing::new);
        Pins now = pinning.pin(
                AccessScope.of(original.user()), new PinRequest(subject, original.pack(), Optional.empty()));
        return new Pins(
                now.portfolio().map(pinned -> new PinnedPortfolio(pinned.portfolio(), original.ledgerHead())),
                original.pack().isPresent() ? now.pack() : Optional.empty());
    }

    private List<Difference> changes(Prepared then, AnswerWriter.Parts again) {
        Subject subject = then.pins()
                .portfolio()
                .<Subject>map(
                        pinned -> new Subject.OnePortfolio(pinned.portfolio().id()))
                .orElseGet(Subject.Nothing::new);
        Pins newest =
                pinning.pin(AccessScope.of(then.user()), new PinRequest(subject, Optional.empty(), Optional.empty()));
        AnswerWriter.Parts now = orchestrator.compute(
                new Prepared(then.user(), then.pattern(), then.inputs(), then.canonicalInputs(), newest, then.view()));
        return JsonDifferences.between(tree(again), tree(now), MOST_DIFFERENCES);
    }

    private JsonNode tree(AnswerWriter.Parts parts) {
        return json.readTree("{" + new String(parts.computed(), StandardCharsets.UTF_8) + "}");
    }
}
