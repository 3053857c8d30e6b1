package io.dawsos.application.pattern;

import io.dawsos.application.pattern.Expression.Relocation;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A compiled condition. It is true, false, or can't be evaluated, which is never taken for false. {@code and} and {@code or}
 * look at their parts from left to right and stop at the first that decides.
 */
sealed interface Condition {

    /** Decides, or says why that can't be. */
    Figure<Boolean> decide(RunValues run);

    /** The same condition inside a pattern that holds this one. */
    Condition moved(Relocation relocation);

    /** Adds the steps that are read. */
    void collectSteps(Set<Integer> steps);

    /** How two values are compared. */
    enum Comparison {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        GREATER(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean ordering() {
            return this != EQUAL && this != UNEQUAL;
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case LESS -> order < 0;
                case GREATER -> order > 0;
            };
        }
    }

    /** Either all parts or any part. */
    record Joined(boolean all, List<Condition> parts) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            for (Condition part : parts) {
                Figure<Boolean> decided = part.decide(run);
                if (!decided.asOptional().equals(java.util.Optional.of(all))) {
                    return decided;
                }
            }
            return Figure.known(all);
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Joined(
                    all, parts.stream().map(part -> part.moved(relocation)).toList());
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            parts.forEach(part -> part.collectSteps(steps));
        }
    }

    /** The opposite. */
    record Not(Condition of) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            return of.decide(run).map(truth -> !truth);
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Not(of.moved(relocation));
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            of.collectSteps(steps);
        }
    }

    /** A truth value. */
    record Truth(Expression of) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            Value value = of.evaluate(run);
            return value instanceof Value.Present present ? Figure.known((Boolean) present.value()) : undecided(value);
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Truth(of.moved(relocation));
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            of.collectSteps(steps);
        }
    }

    /** Whether a value is there; what is missing or was skipped is not. */
    record Exists(Expression of) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            return Figure.known(of.evaluate(run) instanceof Value.Present);
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Exists(of.moved(relocation));
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            of.collectSteps(steps);
        }
    }

    /** Two values of one type compared; numbers exactly, as decimals. */
    record Compared(Expression left, Comparison comparison, Expression right) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            Value one = left.evaluate(run);
            if (!(one instanceof Value.Present first)) {
                return undecided(one);
            }
            Value other = right.evaluate(run);
            if (!(other instanceof Value.Present second)) {
                return undecided(other);
            }
            return Figure.known(comparison.holds(order(comparable(first.value()), comparable(second.value()))));
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static int order(Comparable one, Comparable other) {
            return one.compareTo(other);
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Compared(left.moved(relocation), comparison, right.moved(relocation));
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            left.collectSteps(steps);
            right.collectSteps(steps);
        }
    }

    /** Whether a value is among others of its type. */
    record Among(Expression item, Expression items) implements Condition {
        @Override
        public Figure<Boolean> decide(RunValues run) {
            Value one = item.evaluate(run);
            if (!(one instanceof Value.Present wanted)) {
                return undecided(one);
            }
            Value all = items.evaluate(run);
            if (!(all instanceof Value.Present list)) {
                return undecided(all);
            }
            Comparable<?> sought = comparable(wanted.value());
            return Figure.known(((Collection<?>) list.value())
                    .stream().anyMatch(each -> Compared.order(sought, comparable(each)) == 0));
        }

        @Override
        public Condition moved(Relocation relocation) {
            return new Among(item.moved(relocation), items.moved(relocation));
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            item.collectSteps(steps);
            items.collectSteps(steps);
        }
    }

    private static Figure<Boolean> undecided(Value value) {
        Unavailable reason = value instanceof Value.Missing missing
                ? missing.reason()
                : RecordExpression.absent((Value.Absent) value);
        return Figure.missing(reason);
    }

    /** A double compares as the decimal that it is written as, so that 0.1 equals 0.1. */
    private static Comparable<?> comparable(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return (Comparable<?>) value;
    }
}
