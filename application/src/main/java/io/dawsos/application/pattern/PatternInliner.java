package io.dawsos.application.pattern;

import io.dawsos.application.pattern.CompiledPattern.Version;
import io.dawsos.application.pattern.Expression.Relocation;
import io.dawsos.application.pattern.ReferenceScope.Made;
import io.dawsos.application.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the steps of a pattern that is called in the place of the step that calls it. */
final class PatternInliner {

    /** How deep patterns may call each other. */
    static final int DEEPEST = 5;

    private final PatternProblems problems;
    private final PatternLibrary library;
    private final List<Version> includes = new ArrayList<>();
    private int depth = 1;

    PatternInliner(PatternProblems problems, PatternLibrary library) {
        this.problems = problems;
        this.library = library;
    }

    /**
     * A step that calls a pattern.
     *
     * @param args the inputs that it gives
     */
    record Call(
            Located place,
            Map<String, Located> members,
            String name,
            Map<String, Located> args,
            ValueCompiler values,
            boolean optional,
            Set<Integer> after,
            Optional<Step.Guard> guard) {}

    /** The patterns that were inlined, and those inlined in them. */
    List<Version> includes() {
        return includes;
    }

    /** How deep the calls are, 1 if there was none. */
    int depth() {
        return depth;
    }

    /** Adds the steps of the pattern that is called, and gives what stands behind the step's name. */
    Made inline(Call call, List<Step> steps) {
        Located place = java.util.Objects.requireNonNull(call.members().get("pattern"));
        String id = problems.text(place, Optional.of(call.name()));
        PatternLibrary.Entry entry = library.find(id);
        if (!(entry instanceof PatternLibrary.Entry.Found found)) {
            refuse(call, place, id, entry);
            return new Made.Unknown();
        }
        CompiledPattern inner = found.pattern();
        checkVersion(call, inner);
        depth = Math.max(depth, inner.depth() + 1);
        if (depth > DEEPEST) {
            problems.error(
                    "too_deep",
                    place,
                    Optional.of(call.name()),
                    "patterns may call each other " + DEEPEST + " deep, \"" + id + "\" is " + inner.depth() + " deep");
        }
        includes.add(new Version(inner.id(), inner.version(), inner.hash()));
        includes.addAll(inner.includes());
        int offset = steps.size();
        Relocation relocation = new Relocation(offset, inputs(call, inner));
        for (Step step : inner.steps()) {
            steps.add(step.moved(call.name(), relocation, call.optional(), call.after(), call.guard()));
        }
        return outputs(inner.outputs(), steps, offset, call.guard().isPresent());
    }

    private void refuse(Call call, Located place, String id, PatternLibrary.Entry entry) {
        Optional<String> step = Optional.of(call.name());
        if (entry instanceof PatternLibrary.Entry.Cyclic) {
            problems.error("pattern_cycle", place, step, "\"" + id + "\" calls, at last, this pattern");
        } else if (entry instanceof PatternLibrary.Entry.Broken) {
            problems.error("broken_pattern", place, step, "the pattern \"" + id + "\" has errors of its own");
        } else {
            problems.unknown("unknown_pattern", place, step, "there is no pattern \"" + id + "\"", id, library.ids());
        }
    }

    private void checkVersion(Call call, CompiledPattern inner) {
        Located version = call.members().get("version");
        if (version == null) {
            problems.error(
                    "missing_member",
                    call.place(),
                    Optional.of(call.name()),
                    "a step that calls a pattern names its \"version\", now " + inner.version());
        } else if (!problems.text(version, Optional.of(call.name())).equals(inner.version())) {
            problems.error(
                    "wrong_version",
                    version,
                    Optional.of(call.name()),
                    "\"" + inner.id() + "\" is there in version " + inner.version() + ", not " + version.kind());
        }
    }

    private Map<String, Expression> inputs(Call call, CompiledPattern inner) {
        Map<String, Expression> inputs = new HashMap<>();
        List<String> names = inner.inputs().stream().map(InputSpec::name).toList();
        call.args().forEach((name, value) -> {
            if (!names.contains(name)) {
                problems.unknown(
                        "unknown_argument",
                        value,
                        Optional.of(call.name()),
                        "the pattern \"" + inner.id() + "\" has no input \"" + name + "\"",
                        name,
                        names);
            }
        });
        for (InputSpec spec : inner.inputs()) {
            inputs.put(spec.name(), input(call, inner, spec));
        }
        return inputs;
    }

    private Expression input(Call call, CompiledPattern inner, InputSpec spec) {
        Located given = call.args().get(spec.name());
        if (given == null || given.value() == null) {
            if (spec.required()) {
                problems.error(
                        "missing_argument",
                        call.place(),
                        Optional.of(call.name()),
                        "the pattern \"" + inner.id() + "\" needs the input \"" + spec.name() + "\"");
            }
            return spec.standard()
                    .<Expression>map(value -> new Expression.Constant(spec.read(value)))
                    .orElseGet(() -> new Expression.Nothing(spec.name()));
        }
        boolean reference = given.asText().filter(text -> text.contains("{{")).isPresent();
        if (!reference) {
            try {
                return new Expression.Constant(spec.read(given.plain().orElseThrow()));
            } catch (IllegalArgumentException e) {
                problems.error(
                        "mistyped_argument",
                        given,
                        Optional.of(call.name()),
                        "the input \"" + spec.name() + "\": " + e.getMessage() + ", found " + given.kind());
                return new Expression.Nothing(spec.name());
            }
        }
        Shape expected = spec.required()
                ? spec.type().shape()
                : new Shape.Maybe(spec.type().shape(), false);
        Expression value = call.values().value(given, expected, spec.name());
        return new Expression.Converted(value, spec.name(), spec::read);
    }

    private static Made outputs(List<Output> outputs, List<Step> steps, int offset, boolean conditional) {
        Map<String, Made> made = new LinkedHashMap<>();
        for (Output output : outputs) {
            if (output instanceof Output.OfStep of) {
                Step step = steps.get(of.step() + offset);
                made.put(
                        output.name(),
                        new Made.Result(
                                of.step() + offset,
                                new Shape.RecordOf(step.capability().resultShape()),
                                step.condition().isPresent()));
            } else {
                made.put(output.name(), outputs(((Output.Group) output).parts(), steps, offset, conditional));
            }
        }
        return new Made.Outputs(made, conditional);
    }
}
