package io.dawsos.application.pattern;

import io.dawsos.application.pattern.CompiledPattern.Title;
import io.dawsos.application.pattern.CompiledPattern.Version;
import io.dawsos.application.pattern.ReferenceScope.Made;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.domain.pattern.PatternProblem;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Turns a pattern's document into a program: checks every reference, condition and argument against the records of the
 * capabilities, and finds all problems in one pass, before anything runs.
 */
public final class PatternCompiler {

    private static final Set<String> MEMBERS = Set.of(
            "$schema",
            "id",
            "name",
            "description",
            "version",
            "category",
            "tags",
            "author",
            "created",
            "inputs",
            "steps",
            "outputs",
            "display",
            "presentation",
            "rights_required",
            "export_allowed");
    private static final int MOST_STEPS = 500;

    private final AgentRuntime runtime;
    private final ExecutionLimits limits;

    @Inject
    public PatternCompiler(AgentRuntime runtime, ExecutionLimits limits) {
        this.runtime = runtime;
        this.limits = limits;
    }

    /**
     * What became of a document.
     *
     * @param pattern the program; empty if there is an error among the problems
     * @param problems errors and warnings, in the order in which they were found
     */
    public record Compilation(Optional<CompiledPattern> pattern, List<PatternProblem> problems) {}

    /** Compiles a document that calls no other pattern. */
    public Compilation compile(String file, byte[] document) {
        return compile(file, document, PatternLibrary.EMPTY);
    }

    /** Compiles a document. */
    public Compilation compile(String file, byte[] document, PatternLibrary library) {
        PatternProblems problems = new PatternProblems(file);
        try {
            CompiledPattern pattern = compile(problems, Located.read(document), document, library);
            return new Compilation(problems.anyError() ? Optional.empty() : Optional.of(pattern), problems.all());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            problems.syntax(line, column, e.getOriginalMessage().replaceAll(" ?\\([^()]*\\[Source:[^\\]]*\\]\\)", ""));
            return new Compilation(Optional.empty(), problems.all());
        }
    }

    private CompiledPattern compile(PatternProblems problems, Located root, byte[] document, PatternLibrary library) {
        Map<String, Located> members = problems.object(root, Optional.empty());
        problems.refuseUnknown(members, MEMBERS, Optional.empty());
        List<InputSpec> inputs = new InputSpecReader(problems).inputs(members.get("inputs"), 1);
        ReferenceScope scope = new ReferenceScope(problems, inputs);
        PatternInliner inliner = new PatternInliner(problems, library);
        StepCompiler steps = new StepCompiler(
                runtime, problems, scope, new PolicyCompiler(runtime, problems, limits.deadline()), inliner);
        List<Located> written = array(problems, root, members, "steps");
        written.stream().limit(MOST_STEPS).forEach(steps::compile);
        if (written.size() > MOST_STEPS || steps.steps().size() > MOST_STEPS) {
            problems.error("too_many_steps", root, Optional.empty(), "a pattern has at most " + MOST_STEPS + " steps");
        }
        List<Output> outputs = outputs(problems, array(problems, root, members, "outputs"), scope);
        new PresentationCheck(
                        problems, scope, outputs.stream().map(Output::name).toList())
                .check(members);
        warnUnused(problems, root, inputs, steps, scope);
        return new CompiledPattern(
                new Title(
                        text(problems, root, members, "id"),
                        text(problems, root, members, "name"),
                        text(problems, root, members, "description"),
                        text(problems, root, members, "version"),
                        text(problems, root, members, "category")),
                hash(document, inliner.includes()),
                new String(document, StandardCharsets.UTF_8),
                inputs,
                steps.steps(),
                outputs,
                inliner.includes(),
                inliner.depth());
    }

    private static String text(PatternProblems problems, Located root, Map<String, Located> members, String name) {
        Located member = members.get(name);
        if (member == null) {
            problems.error("missing_member", root, Optional.empty(), "the member \"" + name + "\" is missing");
            return "";
        }
        return problems.text(member, Optional.empty());
    }

    private static List<Located> array(
            PatternProblems problems, Located root, Map<String, Located> members, String name) {
        Located member = members.get(name);
        if (member == null) {
            problems.error("missing_member", root, Optional.empty(), "the member \"" + name + "\" is missing");
            return List.of();
        }
        return problems.array(member, Optional.empty());
    }

    private static List<Output> outputs(PatternProblems problems, List<Located> places, ReferenceScope scope) {
        List<Output> outputs = new ArrayList<>();
        for (Located place : places) {
            String name = problems.text(place, Optional.empty());
            Optional<Made> made = scope.step(name);
            if (name.isEmpty()) {
                continue;
            }
            if (made.isEmpty()) {
                problems.unknown(
                        "unmade_output",
                        place,
                        Optional.empty(),
                        "no step makes the output \"" + name + "\"",
                        name,
                        scope.stepNames());
            } else if (outputs.stream().anyMatch(output -> output.name().equals(name))) {
                problems.error("duplicate_output", place, Optional.empty(), "\"" + name + "\" is there twice");
            } else {
                scope.use(name);
                output(name, made.get()).ifPresent(outputs::add);
            }
        }
        return outputs;
    }

    private static Optional<Output> output(String name, Made made) {
        if (made instanceof Made.Result result) {
            return Optional.of(new Output.OfStep(name, result.step()));
        }
        if (made instanceof Made.Outputs group) {
            List<Output> parts = new ArrayList<>();
            group.outputs().forEach((part, inner) -> output(part, inner).ifPresent(parts::add));
            return Optional.of(new Output.Group(name, List.copyOf(parts)));
        }
        return Optional.empty();
    }

    private static void warnUnused(
            PatternProblems problems, Located root, List<InputSpec> inputs, StepCompiler steps, ReferenceScope scope) {
        for (InputSpec input : inputs) {
            if (!scope.usedInputs().contains(input.name())) {
                problems.warning(
                        "unused_input", root, Optional.empty(), "no step uses the input \"" + input.name() + "\"");
            }
        }
        steps.places().forEach((name, place) -> {
            if (!scope.usedSteps().contains(name)) {
                problems.warning(
                        "unused_step", place, Optional.of(name), "neither a step nor an output uses \"" + name + "\"");
            }
        });
    }

    private static String hash(byte[] document, List<Version> includes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(document);
            includes.forEach(included -> digest.update(included.hash().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Renders problems one a line, in order, without repeats. */
    public static String render(List<PatternProblem> problems) {
        return new TreeSet<>(problems.stream().map(PatternProblem::toString).toList())
                .stream().collect(Collectors.joining("\n"));
    }
}
