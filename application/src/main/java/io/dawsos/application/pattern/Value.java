package io.dawsos.application.pattern;

import io.dawsos.domain.figure.Unavailable;

/** What an expression gives in a run. */
public sealed interface Value {

    /** A value: a scalar, a list, a map or a record; never an Optional or a Figure. */
    record Present(Object value) implements Value {}

    /**
     * Nothing, and that is no fault: an optional that is empty, or a part of a step that was skipped.
     *
     * @param what what was read
     * @param skipped whether a step was skipped
     */
    record Absent(String what, boolean skipped) implements Value {}

    /** A value that can't be known, and why. */
    record Missing(Unavailable reason) implements Value {}
}
