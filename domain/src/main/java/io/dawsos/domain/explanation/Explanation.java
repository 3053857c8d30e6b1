package io.dawsos.domain.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A number with where it comes from: an operation on parts, which are numbers of the same kind, or a leaf.
 *
 * @param label what it is
 * @param value exact, or as the shortest decimal that names the double
 * @param exact whether it was computed in exact decimals
 * @param unit such as {@code USD}, {@code fraction} or {@code USD per unit}
 * @param method the formula in words with its source; empty where the operation says all
 * @param source where a leaf comes from, such as a transaction's identity; empty if it has parts
 * @param tolerance how far a rounded value may lie from its part; 0 if nothing is rounded
 * @param parts made when they are asked for
 */
public record Explanation(
        String label,
        BigDecimal value,
        boolean exact,
        String unit,
        Operation operation,
        Optional<String> method,
        Optional<String> source,
        BigDecimal tolerance,
        Supplier<List<Explanation>> parts) {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    /** A leaf with an exact value. */
    public static Explanation leaf(Operation kind, String label, BigDecimal value, String unit, String source) {
        return new Explanation(
                label, value, true, unit, kind, Optional.empty(), Optional.of(source), BigDecimal.ZERO, List::of);
    }

    /** A number that the method sets. */
    public static Explanation parameter(String label, double value) {
        return new Explanation(
                label,
                BigDecimal.valueOf(value),
                true,
                "number",
                Operation.PARAMETER,
                Optional.empty(),
                Optional.of("convention"),
                BigDecimal.ZERO,
                List::of);
    }

    /** A number computed in exact decimals. */
    public static Explanation exact(
            String label, BigDecimal value, String unit, Operation operation, Supplier<List<Explanation>> parts) {
        return new Explanation(
                label, value, true, unit, operation, Optional.empty(), Optional.empty(), BigDecimal.ZERO, parts);
    }

    /** A number computed in doubles. */
    public static Explanation computed(
            String label, double value, String unit, Operation operation, Supplier<List<Explanation>> parts) {
        return new Explanation(
                label,
                BigDecimal.valueOf(value),
                false,
                unit,
                operation,
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                parts);
    }

    /** The same with its formula in words. */
    public Explanation by(String formula) {
        return new Explanation(label, value, exact, unit, operation, Optional.of(formula), source, tolerance, parts);
    }

    /** The same under another name. */
    public Explanation named(String other) {
        return new Explanation(other, value, exact, unit, operation, method, source, tolerance, parts);
    }

    /** The value as answers show it: at 12 significant digits if it is a double, with a last node that says so. */
    public Explanation shown() {
        if (exact) {
            return this;
        }
        BigDecimal shown = value.round(TWELVE_DIGITS);
        BigDecimal step = shown.signum() == 0 ? BigDecimal.ZERO : shown.ulp().max(value.ulp());
        return rounded(shown, step, "12 significant digits");
    }

    /** The number at fewer digits. */
    public Explanation rounded(BigDecimal to, BigDecimal step, String rule) {
        Explanation whole = this;
        return new Explanation(
                label,
                to,
                exact,
                unit,
                Operation.ROUND,
                Optional.of(rule),
                Optional.empty(),
                step,
                () -> List.of(whole));
    }
}
