package io.dawsos.application.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.application.pattern.Arguments;
import io.dawsos.application.pattern.Output;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.identity.UserId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes numbers of runs apart. The run is run again on its own pack and ledger head, and the capability that made the number
 * explains it; a number that came from another step leads on to that step's explanation.
 */
public final class Explanations {

    private static final String ARGUMENT = "argument:";

    private final Executions executions;
    private final PatternOrchestrator orchestrator;
    private final ExecutionSettings settings;
    private final Cache<UUID, Rerun> reruns = Caffeine.newBuilder()
            .maximumSize(64)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private record Rerun(UserId user, Prepared prepared, Execution execution) {}

    @Inject
    public Explanations(Executions executions, PatternOrchestrator orchestrator, ExecutionSettings settings) {
        this.executions = executions;
        this.orchestrator = orchestrator;
        this.settings = settings;
    }

    /** Thrown when there is nothing to explain at a place. */
    public static final class NothingToExplainException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToExplainException(String message) {
            super(message);
        }
    }

    /**
     * Explains a number of a run.
     *
     * @param path the output and the place in it, such as {@code perf_metrics.twr_1y}
     * @throws Executions.UnknownExecutionException if there is no such run
     * @throws Executions.NotReplayableException if it can't be run again
     * @throws NothingToExplainException if there is no known number at the path
     */
    public Explanation explain(UserId user, UUID id, String path) {
        Rerun rerun = rerun(user, id);
        return step(rerun.execution().pattern().outputs(), path, rerun)
                .orElseThrow(() -> new NothingToExplainException("there is no known number at \"" + path + "\""));
    }

    private Rerun rerun(UserId user, UUID id) {
        Rerun known = reruns.getIfPresent(id);
        if (known != null && known.user().equals(user)) {
            return known;
        }
        Prepared prepared = executions.prepare(executions.find(user, id));
        Rerun rerun = new Rerun(user, prepared, orchestrator.execute(prepared));
        reruns.put(id, rerun);
        return rerun;
    }

    /** Finds the output that a path begins with, and lets its step explain the rest. */
    private Optional<Explanation> step(List<Output> outputs, String path, Rerun rerun) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        for (Output output : outputs) {
            if (output.name().equals(name)) {
                return output instanceof Output.Group group
                        ? step(group.parts(), rest, rerun)
                        : explain(rerun, rerun.execution().steps().get(((Output.OfStep) output).step()), rest);
            }
        }
        return Optional.empty();
    }

    private Optional<Explanation> explain(Rerun rerun, StepTrace trace, String path) {
        if (!(trace.outcome() instanceof Outcome.Available) || trace.arguments().isEmpty() || trace.fellBack()) {
            return Optional.empty();
        }
        RequestContext context = PatternRuns.context(
                rerun.prepared(),
                new RunDeadline(settings.limits().deadline()),
                rerun.execution().id().toString());
        return explain(
                        trace.step().capability().capability(),
                        context,
                        trace.arguments().get(),
                        path)
                .map(explanation -> linked(rerun, trace, explanation));
    }

    private static <A extends Record, R extends Record> Optional<Explanation> explain(
            Capability<A, R> capability, RequestContext context, Record arguments, String path) {
        return capability
                .explanation()
                .flatMap(function ->
                        function.explain(context, capability.arguments().cast(arguments), path));
    }

    /** The same tree, in which numbers of other steps are taken apart too. */
    private Explanation linked(Rerun rerun, StepTrace trace, Explanation node) {
        if (node.operation() == Operation.ARGUMENT) {
            return referenced(rerun, trace, node).orElse(node);
        }
        return new Explanation(
                node.label(),
                node.value(),
                node.exact(),
                node.unit(),
                node.operation(),
                node.method(),
                node.source(),
                node.tolerance(),
                () -> node.parts().get().stream()
                        .map(part -> linked(rerun, trace, part))
                        .toList());
    }

    private Optional<Explanation> referenced(Rerun rerun, StepTrace trace, Explanation leaf) {
        String place = leaf.source().orElse("").substring(ARGUMENT.length());
        int end = place.indexOf('[');
        String argument = place.substring(0, end);
        Optional<String> reference = trace.step().arguments().written().stream()
                .filter(written -> written.component().name().equals(argument))
                .findFirst()
                .flatMap(Arguments.Written::reference);
        String holder = trace.step().name().substring(0, trace.step().name().lastIndexOf('/') + 1);
        return reference.flatMap(path -> {
            int dot = path.indexOf('.');
            String name = holder + path.substring(0, dot);
            return rerun.execution().steps().stream()
                    .filter(other -> other.step().name().equals(name))
                    .findFirst()
                    .flatMap(other -> explain(rerun, other, path.substring(dot + 1) + place.substring(end)));
        });
    }
}
