package io.dawsos.domain.pattern;

import java.util.Optional;

/**
 * One thing that is wrong with a pattern's document, found before anything runs.
 *
 * @param code a stable name, such as {@code unknown_field}
 * @param file the document's name
 * @param line from 1
 * @param column from 1
 * @param pointer the JSON pointer of the value, such as {@code /steps/0/args/pack_id}
 * @param step the step's name, empty if the problem is not in a step
 * @param message what was expected and what was found
 * @param nearest the nearest name that exists; empty if none is near
 */
public record PatternProblem(
        String code,
        Severity severity,
        String file,
        int line,
        int column,
        String pointer,
        Optional<String> step,
        String message,
        Optional<String> nearest) {

    /** Whether a problem keeps a pattern from loading. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + " ["
                + code
                + "] " + pointer + ": " + message
                + nearest.map(name -> " (did you mean \"" + name + "\"?)").orElse("");
    }
}
