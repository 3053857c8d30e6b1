package io.dawsos.domain.capability;

import io.dawsos.domain.figure.Unavailable;
import java.util.List;

/**
 * What a capability answers: a result, or why there is none.
 *
 * @param <R> the result record
 */
public sealed interface Outcome<R> {

    /**
     * A result, with where it comes from and what a reader should know.
     *
     * @param warnings sentences, in order
     */
    record Available<R>(R value, Provenance provenance, List<String> warnings) implements Outcome<R> {
        public Available {
            warnings = List.copyOf(warnings);
        }
    }

    /** No result, and why. */
    record NotAvailable<R>(Unavailable reason) implements Outcome<R> {}

    /** Gives a result without warnings. */
    static <R> Outcome<R> available(R value, Provenance provenance) {
        return new Available<>(value, provenance, List.of());
    }

    /** Gives no result. */
    static <R> Outcome<R> unavailable(Unavailable reason) {
        return new NotAvailable<>(reason);
    }
}
