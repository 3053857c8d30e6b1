package io.dawsos.application.pattern;

import io.dawsos.application.shape.NearestName;
import io.dawsos.domain.pattern.PatternProblem;
import io.dawsos.domain.pattern.PatternProblem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with one document, and reads the parts of it that may be of the wrong kind. */
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

    /** The members of an object; none, and a problem, if it is something else. */
    Map<String, Located> object(Located place, Optional<String> step) {
        return place.asObject().orElseGet(() -> {
            error("schema", place, step, "expected an object, found " + place.kind());
            return Map.of();
        });
    }

    /** The items of an array; none, and a problem, if it is something else. */
    List<Located> array(Located place, Optional<String> step) {
        return place.asArray().orElseGet(() -> {
            error("schema", place, step, "expected an array, found " + place.kind());
            return List.of();
        });
    }

    /** A text; an empty one, and a problem, if it is something else. */
    String text(Located place, Optional<String> step) {
        return place.asText().orElseGet(() -> {
            error("schema", place, step, "expected a text, found " + place.kind());
            return "";
        });
    }

    /** Names the members that nobody knows. */
    void refuseUnknown(Map<String, Located> object, Set<String> known, Optional<String> step) {
        object.forEach((name, value) -> {
            if (!known.contains(name)) {
                unknown("unknown_member", value, step, "there is no member \"" + name + "\" here", name, known);
            }
        });
    }

    List<PatternProblem> all() {
        return List.copyOf(found);
    }

    boolean anyError() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
