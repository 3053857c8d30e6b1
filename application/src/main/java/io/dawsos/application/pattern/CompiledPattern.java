package io.dawsos.application.pattern;

import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.application.shape.RecordShape;
import java.util.List;
import java.util.Set;

/**
 * A pattern ready to run: inputs to check, steps with compiled arguments, and what each step waits for. Immutable.
 *
 * @param hash the SHA-256 of its document
 * @param outputs the names of the steps whose results are answered
 */
public record CompiledPattern(
        String id,
        String name,
        String description,
        String version,
        String category,
        String hash,
        List<InputSpec> inputs,
        List<Step> steps,
        List<String> outputs) {

    public CompiledPattern {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /** Whether the pattern is about one portfolio. */
    public boolean needsPortfolio() {
        return inputs.stream().anyMatch(input -> input.name().equals("portfolio_id"));
    }

    /**
     * One step.
     *
     * @param name under which later steps and outputs know it
     * @param arguments one for each component of the argument record, in its order
     * @param waitsFor the indexes of the steps whose results it reads
     * @param optional whether the run counts as whole without it
     */
    public record Step(
            String name,
            RegisteredCapability capability,
            RecordShape argumentShape,
            List<Expression> arguments,
            Set<Integer> waitsFor,
            boolean optional) {

        public Step {
            arguments = List.copyOf(arguments);
            waitsFor = Set.copyOf(waitsFor);
        }
    }
}
