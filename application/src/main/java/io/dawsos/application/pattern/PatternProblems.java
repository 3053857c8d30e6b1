package io.dawsos.application.pattern;

import io.dawsos.application.shape.NearestName;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternProblem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one document. */
final class PatternProblems {

    private final String file;
    private final List<PatternProblem> found = new ArrayList<>();

    PatternProblems(String file) {
        this.file = file;
    }

    void error(String code, Located place, Optional<String> step, String message) {
        add(code, Severity.ERROR, place, step, message, Optional.empty());
    }

    void unknown(
            String code,
            Located place,
            Optional<String> step,
            String message,
            String written,
            Collection<String> names) {
        add(code, Severity.ERROR, place, step, message, NearestName.of(written, names));
    }

    void warning(String code, Located place, Optional<String> step, String message) {
        add(code, Severity.WARNING, place, step, message, Optional.empty());
    }

    void syntax(int line, int column, String message) {
        add("syntax", Severity.ERROR, new Located(null, line, column, ""), Optional.empty(), message, Optional.empty());
    }

    private void add(
            String code,
            Severity severity,
            Located place,
            Optional<String> step,
            String message,
            Optional<String> near) {
        found.add(new PatternProblem(
                code, severity, file, place.line(), place.column(), place.pointer(), step, message, near));
    }

    List<PatternProblem> all() {
        return List.copyOf(found);
    }

    boolean anyError() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
