package io.dawsos.application.pattern;

import io.dawsos.application.shape.NearestName;
import java.util.List;
import java.util.Optional;

/** Thrown when a pattern is asked for that does not exist. */
public final class UnknownPatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    UnknownPatternException(String id, List<String> known) {
        super("there is no pattern \"" + id + "\"");
        Optional<String> nearest = NearestName.of(id, known);
        this.hint = nearest.map(name -> "did you mean \"" + name + "\"?")
                .orElse("GET /api/patterns lists them: " + String.join(", ", known));
    }

    /** What the caller may have meant. */
    public String hint() {
        return hint;
    }
}
