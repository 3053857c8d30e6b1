package io.dawsos.domain.capability;

import java.util.Set;

/**
 * One thing an agent can do: a typed function with a name.
 *
 * <p>Argument and result are records whose components are scalars (String, boolean, int, long, double, BigDecimal, LocalDate,
 * UUID, enums), {@code Optional}, {@code Figure}, {@code List}, {@code Map<String, ?>} or further such records. Component names
 * become snake-case JSON names.
 *
 * @param name how patterns call it
 * @param summary one sentence
 * @param arguments the argument record
 * @param result the result record
 * @param function what it does; it may be called by many threads at once
 * @param retryOn the codes of unavailability after which another try may succeed; of external capabilities only
 */
public record Capability<A extends Record, R extends Record>(
        CapabilityName name,
        String summary,
        CapabilityKind kind,
        Class<A> arguments,
        Class<R> result,
        CapabilityFunction<A, R> function,
        Set<String> retryOn) {

    /** @throws IllegalArgumentException if it is not external and yet says when it may be tried again */
    public Capability {
        retryOn = Set.copyOf(retryOn);
        if (kind != CapabilityKind.EXTERNAL && !retryOn.isEmpty()) {
            throw new IllegalArgumentException(name + " is not external: it is never tried again");
        }
    }

    /** Gives a pure capability. */
    public static <A extends Record, R extends Record> Capability<A, R> pure(
            String name, String summary, Class<A> arguments, Class<R> result, CapabilityFunction<A, R> function) {
        return new Capability<>(
                new CapabilityName(name), summary, CapabilityKind.PURE, arguments, result, function, Set.of());
    }

    /**
     * Gives a capability that asks the world outside.
     *
     * @param retryOn the codes of unavailability after which another try may succeed
     */
    public static <A extends Record, R extends Record> Capability<A, R> external(
            String name,
            String summary,
            Class<A> arguments,
            Class<R> result,
            CapabilityFunction<A, R> function,
            Set<String> retryOn) {
        return new Capability<>(
                new CapabilityName(name), summary, CapabilityKind.EXTERNAL, arguments, result, function, retryOn);
    }

    /** Gives a capability that changes state. */
    public static <A extends Record, R extends Record> Capability<A, R> write(
            String name, String summary, Class<A> arguments, Class<R> result, CapabilityFunction<A, R> function) {
        return new Capability<>(
                new CapabilityName(name), summary, CapabilityKind.WRITE, arguments, result, function, Set.of());
    }

    /** The function behind a capability. */
    @FunctionalInterface
    public interface CapabilityFunction<A extends Record, R extends Record> {
        /**
         * Computes the outcome.
         *
         * @throws InvalidArgumentException if an argument is wrong
         * @throws Deadline.CancelledException if the run is to stop
         */
        Outcome<R> invoke(RequestContext context, A arguments);
    }
}
