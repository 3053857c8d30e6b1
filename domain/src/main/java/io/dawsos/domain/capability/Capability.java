package io.dawsos.domain.capability;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.explanation.Explanation;
import java.util.Optional;
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
 * @param explanation takes its numbers apart; empty if nothing can
 */
public record Capability<A extends Record, R extends Record>(
        CapabilityName name,
        String summary,
        CapabilityKind kind,
        Class<A> arguments,
        Class<R> result,
        CapabilityFunction<A, R> function,
        Set<String> retryOn,
        Optional<ExplainFunction<A>> explanation) {

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
                new CapabilityName(name),
                summary,
                CapabilityKind.PURE,
                arguments,
                result,
                function,
                Set.of(),
                Optional.empty());
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
                new CapabilityName(name),
                summary,
                CapabilityKind.EXTERNAL,
                arguments,
                result,
                function,
                retryOn,
                Optional.empty());
    }

    /** Gives a capability that changes state. */
    public static <A extends Record, R extends Record> Capability<A, R> write(
            String name, String summary, Class<A> arguments, Class<R> result, CapabilityFunction<A, R> function) {
        return new Capability<>(
                new CapabilityName(name),
                summary,
                CapabilityKind.WRITE,
                arguments,
                result,
                function,
                Set.of(),
                Optional.empty());
    }

    /** The same with a function that takes its numbers apart. */
    public Capability<A, R> explainedBy(ExplainFunction<A> explain) {
        return new Capability<>(name, summary, kind, arguments, result, function, retryOn, Optional.of(explain));
    }

    /** Takes one number of a capability's result apart. */
    @FunctionalInterface
    public interface ExplainFunction<A extends Record> {
        /**
         * Explains a number as the result has it.
         *
         * @param path the place of the number in the result, such as {@code positions[3].market_value}
         * @return empty if there is no known number at the path
         */
        Optional<Explanation> explain(RequestContext context, A arguments, String path);
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
