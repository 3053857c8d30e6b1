package io.dawsos.application.run;

import java.util.List;

/** Thrown when the inputs of a run are wrong; names all that is. */
public final class InvalidInputsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    /** Names what is wrong. */
    public InvalidInputsException(List<InputProblem> problems) {
        super("the inputs of the pattern are wrong");
        this.problems = List.copyOf(problems);
    }

    /** One input that is wrong, why, and what would be right. */
    public record InputProblem(String field, String reason, String hint) {}

    /** All that is wrong. */
    public List<InputProblem> problems() {
        return problems;
    }
}
