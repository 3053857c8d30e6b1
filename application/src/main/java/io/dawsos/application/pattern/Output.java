package io.dawsos.application.pattern;

import java.util.List;

/** A named part of what a pattern answers. */
public sealed interface Output {

    /** Its name in the data. */
    String name();

    /** The result of a step, by the step's index. */
    record OfStep(String name, int step) implements Output {}

    /** The outputs of an inlined pattern. */
    record Group(String name, List<Output> parts) implements Output {}
}
