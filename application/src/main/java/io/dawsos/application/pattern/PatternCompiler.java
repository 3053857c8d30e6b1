package io.dawsos.application.pattern;

import io.dawsos.application.pattern.CompiledPattern.Step;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.domain.pattern.PatternProblem;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Turns a pattern's document into a program: checks every reference and argument against the records of the capabilities, and
 * finds all problems in one pass, before anything runs.
 */
public final class PatternCompiler {

    private static final Set<String> STEP_MEMBERS = Set.of("capability", "args", "as", "optional", "description");

    private final AgentRuntime runtime;

    @Inject
    public PatternCompiler(AgentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * What became of a document.
     *
     * @param pattern the program; empty if there is an error among the problems
     * @param problems errors and warnings, in the order in which they were found
     */
    public record Compilation(Optional<CompiledPattern> pattern, List<PatternProblem> problems) {}

    /** Compiles a document. */
    public Compilation compile(String file, byte[] document) {
        PatternProblems problems = new PatternProblems(file);
        try {
            CompiledPattern pattern = compile(problems, Located.read(document), document);
            return new Compilation(problems.anyError() ? Optional.empty() : Optional.of(pattern), problems.all());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            problems.syntax(line, column, e.getOriginalMessage());
            return new Compilation(Optional.empty(), problems.all());
        }
    }

    private CompiledPattern compile(PatternProblems problems, Located root, byte[] document) {
        DocumentReader reader = new DocumentReader(problems, root);
        List<InputSpec> inputs = reader.inputs();
        ArgumentCompiler arguments = new ArgumentCompiler(problems, inputs);
        List<Step> steps = new ArrayList<>();
        Map<String, Located> places = new LinkedHashMap<>();
        for (Located place : reader.array("steps")) {
            step(problems, reader, place, arguments, places).ifPresent(step -> {
                steps.add(step);
                arguments.add(step);
            });
        }
        List<String> outputs = outputs(problems, reader, places.keySet());
        warnUnused(problems, root, inputs, steps, outputs, arguments, places);
        return new CompiledPattern(
                reader.text("id"),
                reader.text("name"),
                reader.text("description"),
                reader.text("version"),
                reader.text("category"),
                sha256(document),
                inputs,
                steps,
                outputs);
    }

    private Optional<Step> step(
            PatternProblems problems,
            DocumentReader reader,
            Located place,
            ArgumentCompiler arguments,
            Map<String, Located> places) {
        Map<String, Located> members = place.asObject().orElse(Map.of());
        if (place.asObject().isEmpty()) {
            problems.error("schema", place, Optional.empty(), "expected an object, found " + place.kind());
            return Optional.empty();
        }
        Optional<String> name = member(problems, place, members, "as", Optional.empty());
        reader.refuseUnknown(members, STEP_MEMBERS, name);
        Optional<String> capabilityName = member(problems, place, members, "capability", name);
        name.ifPresent(text -> claim(problems, members, text, places));
        if (name.isEmpty() || capabilityName.isEmpty()) {
            return Optional.empty();
        }
        Optional<RegisteredCapability> capability = runtime.capability(capabilityName.get());
        if (capability.isEmpty()) {
            problems.unknown(
                    "unknown_capability",
                    java.util.Objects.requireNonNull(members.get("capability")),
                    name,
                    "no agent has a capability \"" + capabilityName.get() + "\"",
                    capabilityName.get(),
                    runtime.capabilityNames());
            arguments.addUnknown(name.get());
            return Optional.empty();
        }
        boolean optional = Optional.ofNullable(members.get("optional"))
                .filter(value -> Boolean.TRUE.equals(value.value()))
                .isPresent();
        Located given = Optional.ofNullable(members.get("args")).orElse(place);
        Map<String, Located> args =
                members.containsKey("args") ? given.asObject().orElse(Map.of()) : Map.of();
        return Optional.of(arguments.step(name.get(), capability.get(), given, args, optional));
    }

    private static Optional<String> member(
            PatternProblems problems, Located place, Map<String, Located> members, String name, Optional<String> step) {
        Located member = members.get(name);
        if (member == null) {
            problems.error("missing_member", place, step, "the step has no member \"" + name + "\"");
            return Optional.empty();
        }
        if (member.asText().isEmpty()) {
            problems.error("schema", member, step, "expected a text, found " + member.kind());
        }
        return member.asText();
    }

    private static void claim(
            PatternProblems problems, Map<String, Located> members, String name, Map<String, Located> places) {
        Located place = java.util.Objects.requireNonNull(members.get("as"));
        if (name.equals("inputs") || name.equals("ctx")) {
            problems.error("shadowed_name", place, Optional.of(name), "a step can't be called \"" + name + "\"");
        }
        Located first = places.putIfAbsent(name, place);
        if (first != null) {
            problems.error(
                    "duplicate_name",
                    place,
                    Optional.of(name),
                    "another step is called \"" + name + "\" at line " + first.line());
        }
    }

    private static List<String> outputs(PatternProblems problems, DocumentReader reader, Set<String> steps) {
        List<String> outputs = new ArrayList<>();
        for (Located place : reader.array("outputs")) {
            Optional<String> name = place.asText();
            if (name.isEmpty()) {
                problems.error("schema", place, Optional.empty(), "expected a text, found " + place.kind());
            } else if (!steps.contains(name.get())) {
                problems.unknown(
                        "unmade_output",
                        place,
                        Optional.empty(),
                        "no step makes the output \"" + name.get() + "\"",
                        name.get(),
                        steps);
            } else {
                outputs.add(name.get());
            }
        }
        return outputs;
    }

    private static void warnUnused(
            PatternProblems problems,
            Located root,
            List<InputSpec> inputs,
            List<Step> steps,
            List<String> outputs,
            ArgumentCompiler arguments,
            Map<String, Located> places) {
        for (InputSpec input : inputs) {
            if (!arguments.usedInputs().contains(input.name())) {
                problems.warning(
                        "unused_input", root, Optional.empty(), "no step uses the input \"" + input.name() + "\"");
            }
        }
        Set<Integer> read = new HashSet<>();
        steps.forEach(step -> read.addAll(step.waitsFor()));
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i).name();
            if (!read.contains(i) && !outputs.contains(name)) {
                problems.warning(
                        "unused_step",
                        places.getOrDefault(name, root),
                        Optional.of(name),
                        "neither a step nor an output uses \"" + name + "\"");
            }
        }
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
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
