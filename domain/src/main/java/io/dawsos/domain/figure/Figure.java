package io.dawsos.domain.figure;

import java.util.Optional;
import java.util.function.Function;

/**
 * One value inside a result: known, or missing with the reason. In JSON a missing figure is null, and the answer's list of
 * what is unavailable names its path and reason.
 *
 * @param <T> the type of the value
 */
public sealed interface Figure<T> {

    /** A value that is known. */
    record Known<T>(T value) implements Figure<T> {}

    /** A value that can't be known, and why. */
    record Missing<T>(Unavailable reason) implements Figure<T> {}

    /** Gives a known figure. */
    static <T> Figure<T> known(T value) {
        return new Known<>(value);
    }

    /** Gives a missing figure. */
    static <T> Figure<T> missing(Unavailable reason) {
        return new Missing<>(reason);
    }

    /** The value, if it is known. */
    default Optional<T> asOptional() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** Why the value is missing, if it is. */
    default Optional<Unavailable> whyMissing() {
        return this instanceof Missing<T> missing ? Optional.of(missing.reason()) : Optional.empty();
    }

    /** Applies a function to a known value; a missing one keeps its reason. */
    default <S> Figure<S> map(Function<? super T, ? extends S> function) {
        if (this instanceof Missing<T> missing) {
            return missing(missing.reason());
        }
        return known(function.apply(((Known<T>) this).value()));
    }

    /** Applies a function that may find its value missing; a missing one keeps its reason. */
    default <S> Figure<S> flatMap(Function<? super T, Figure<S>> function) {
        if (this instanceof Missing<T> missing) {
            return missing(missing.reason());
        }
        return function.apply(((Known<T>) this).value());
    }
}
