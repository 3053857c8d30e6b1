package io.dawsos.domain.explanation;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the explanation of the last number that a function computed. Not for several threads. */
public final class Recording implements Recorder {

    private Optional<Supplier<Explanation>> kept = Optional.empty();

    @Override
    public void keep(Supplier<Explanation> explanation) {
        kept = Optional.of(explanation);
    }

    /** The explanation; empty if the number could not be computed. */
    public Optional<Explanation> explanation() {
        return kept.map(Supplier::get);
    }
}
