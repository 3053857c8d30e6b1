package io.dawsos.application.pattern;

import io.dawsos.domain.pattern.PatternProblem;
import java.util.List;

/** Thrown when patterns do not compile; names all problems of all documents. */
public final class BrokenPatternsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PatternProblem> problems;

    BrokenPatternsException(List<PatternProblem> problems) {
        super("broken patterns:\n" + PatternCompiler.render(problems));
        this.problems = List.copyOf(problems);
    }

    /** All that was found, errors and warnings. */
    public List<PatternProblem> problems() {
        return problems;
    }
}
