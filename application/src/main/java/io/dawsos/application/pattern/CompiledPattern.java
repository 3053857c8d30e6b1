package io.dawsos.application.pattern;

import io.dawsos.domain.capability.CapabilityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern ready to run: inputs to check, steps with compiled arguments, and what each step waits for. Patterns that it calls are
 * inlined. Immutable.
 *
 * @param hash the SHA-256 of its document and of those of the patterns that it calls
 * @param document the document itself
 * @param includes the patterns that it calls, and those that these call
 * @param depth 1 if it calls no pattern
 */
public record CompiledPattern(
        Title title,
        String hash,
        String document,
        List<InputSpec> inputs,
        List<Step> steps,
        List<Output> outputs,
        List<Version> includes,
        int depth) {

    public CompiledPattern {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        includes = List.copyOf(includes);
    }

    /** What a pattern says of itself. */
    public record Title(String id, String name, String description, String version, String category) {}

    /** Names one version of a pattern. */
    public record Version(String id, String version, String hash) {}

    /** The id, unique in the catalog. */
    public String id() {
        return title.id();
    }

    /** The version that its author gave it. */
    public String version() {
        return title.version();
    }

    /** Whether the pattern is about one portfolio. */
    public boolean needsPortfolio() {
        return inputs.stream().anyMatch(input -> input.name().equals("portfolio_id"));
    }

    /** Whether a step changes state. */
    public boolean writes() {
        return calls(CapabilityKind.WRITE);
    }

    /** Whether every step is a function of arguments and pinned context. */
    public boolean pure() {
        return !writes() && !calls(CapabilityKind.EXTERNAL);
    }

    private boolean calls(CapabilityKind kind) {
        return steps.stream()
                .anyMatch(step -> step.capability().kind() == kind
                        || step.policy()
                                .fallback()
                                .filter(fallback -> fallback instanceof StepPolicy.Fallback.Other other
                                        && other.capability().kind() == kind)
                                .isPresent());
    }

    /** The indexes of all steps on which an output rests, in order. */
    public Set<Integer> restsOn(Output output) {
        Set<Integer> steps = new TreeSet<>();
        collect(output, steps);
        return steps;
    }

    private void collect(Output output, Set<Integer> found) {
        if (output instanceof Output.Group group) {
            group.parts().forEach(part -> collect(part, found));
            return;
        }
        List<Integer> open = new ArrayList<>(List.of(((Output.OfStep) output).step()));
        while (!open.isEmpty()) {
            int step = open.remove(open.size() - 1);
            if (found.add(step)) {
                open.addAll(steps.get(step).waitsFor());
            }
        }
    }
}
