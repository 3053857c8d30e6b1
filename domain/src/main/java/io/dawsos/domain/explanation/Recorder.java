package io.dawsos.domain.explanation;

import java.util.function.Supplier;

/** Takes the explanation of a number from the function that computes it; in normal runs it takes nothing. */
@FunctionalInterface
public interface Recorder {

    /** Takes nothing. */
    Recorder NONE = explanation -> {};

    /** Offers the explanation of the number that is about to be returned. */
    void keep(Supplier<Explanation> explanation);
}
