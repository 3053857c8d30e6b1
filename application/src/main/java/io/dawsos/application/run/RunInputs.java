package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.InputSpec;
import io.dawsos.application.run.InvalidInputsException.InputProblem;
import io.dawsos.application.shape.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a caller gives as inputs: names, types and rules are checked, defaults taken, each value coerced once. */
final class RunInputs {

    /** The input that pins a run to a portfolio. */
    static final String PORTFOLIO = "portfolio_id";

    private RunInputs() {}

    /** @throws InvalidInputsException that names all that is wrong */
    static Map<String, Object> read(CompiledPattern pattern, ExecutionRequest request) {
        Map<String, Object> inputs = new TreeMap<>();
        List<InputProblem> problems = new ArrayList<>();
        List<String> names = pattern.inputs().stream().map(InputSpec::name).toList();
        request.inputs().keySet().stream()
                .sorted()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(unknown(name, names)));
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
                    problems.add(
                            new InputProblem(spec.name(), "found " + shortened(value), String.valueOf(e.getMessage())));
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

    private static InputProblem unknown(String name, List<String> names) {
        return new InputProblem(
                name,
                "the pattern has no such input",
                NearestName.of(name, names)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(names.isEmpty() ? "it has no inputs" : "its inputs are " + String.join(", ", names)));
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
