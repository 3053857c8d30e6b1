package io.dawsos.application.pattern;

import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A compiled value of a step: evaluated in a run without parsing or looking up names by reflection. */
sealed interface Expression permits RecordExpression, Expression.Plain {

    /** Gives the value in a run. */
    Value evaluate(RunValues run);

    /** The same expression inside a pattern that holds this one: steps are counted on, inputs are what the holder gives. */
    Expression moved(Relocation relocation);

    /** Adds the steps that are read. */
    void collectSteps(Set<Integer> steps);

    /**
     * Where a pattern's parts come to stand inside another pattern.
     *
     * @param offset how many steps stand before its first one
     * @param inputs what the holder gives for each input
     */
    record Relocation(int offset, Map<String, Expression> inputs) {}

    /** All expressions but records. */
    sealed interface Plain extends Expression {
        @Override
        default Expression moved(Relocation relocation) {
            return this;
        }

        @Override
        default void collectSteps(Set<Integer> steps) {}
    }

    /** Always the same value. */
    record Constant(Object value) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            return new Value.Present(value);
        }
    }

    /** Nothing. */
    record Nothing(String what) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            return new Value.Absent(what, false);
        }
    }

    /** An input of the pattern. */
    record Input(String name) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            return run.input(name);
        }

        @Override
        public Expression moved(Relocation relocation) {
            return java.util.Objects.requireNonNull(relocation.inputs().get(name), name);
        }
    }

    /** A field of the context. */
    record Context(ContextField field) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            return field.read(run.context())
                    .<Value>map(Value.Present::new)
                    .orElseGet(() -> new Value.Absent("ctx." + field.label(), false));
        }
    }

    /** The result record of an earlier step. */
    record StepResult(int step) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            return run.step(step);
        }

        @Override
        public Expression moved(Relocation relocation) {
            return new StepResult(step + relocation.offset());
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            steps.add(step);
        }
    }

    /** A part of what another expression gives. */
    record Path(Expression root, String text, List<Accessor> accessors) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            Value value = root.evaluate(run);
            if (value instanceof Value.Missing missing) {
                return new Value.Missing(new Unavailable(
                        missing.reason().code(),
                        "needs " + text + ": " + missing.reason().message(),
                        missing.reason().fix()));
            }
            for (Accessor accessor : accessors) {
                if (!(value instanceof Value.Present present)) {
                    break;
                }
                value = accessor.read(present.value(), text);
            }
            return value;
        }

        @Override
        public Expression moved(Relocation relocation) {
            return new Path(root.moved(relocation), text, accessors);
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            root.collectSteps(steps);
        }
    }

    /** A text with values in it; what is inserted is never looked at for templates again. */
    record Text(List<Expression> parts) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            StringBuilder text = new StringBuilder();
            for (Expression part : parts) {
                Value value = part.evaluate(run);
                if (!(value instanceof Value.Present present)) {
                    return value;
                }
                text.append(render(present.value()));
            }
            return new Value.Present(text.toString());
        }

        private static String render(Object value) {
            if (value instanceof BigDecimal number) {
                return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            }
            if (value instanceof Double number) {
                return render(BigDecimal.valueOf(number));
            }
            return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
        }

        @Override
        public Expression moved(Relocation relocation) {
            return new Text(parts.stream().map(part -> part.moved(relocation)).toList());
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            parts.forEach(part -> part.collectSteps(steps));
        }
    }

    /** A list of values. */
    record Items(List<Expression> items) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            List<Object> list = new ArrayList<>(items.size());
            for (Expression item : items) {
                Value value = item.evaluate(run);
                if (!(value instanceof Value.Present present)) {
                    return value;
                }
                list.add(present.value());
            }
            return new Value.Present(List.copyOf(list));
        }

        @Override
        public Expression moved(Relocation relocation) {
            return new Items(items.stream().map(item -> item.moved(relocation)).toList());
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            items.forEach(item -> item.collectSteps(steps));
        }
    }

    /** Values by text. */
    record Entries(Map<String, Expression> entries) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, Expression> entry : entries.entrySet()) {
                Value value = entry.getValue().evaluate(run);
                if (!(value instanceof Value.Present present)) {
                    return value;
                }
                map.put(entry.getKey(), present.value());
            }
            return new Value.Present(java.util.Collections.unmodifiableMap(map));
        }

        @Override
        public Expression moved(Relocation relocation) {
            Map<String, Expression> moved = new LinkedHashMap<>();
            entries.forEach((name, value) -> moved.put(name, value.moved(relocation)));
            return new Entries(moved);
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            entries.values().forEach(value -> value.collectSteps(steps));
        }
    }

    /** A value turned into what is expected, or checked against a rule. */
    record Converted(Expression of, String what, UnaryOperator<Object> conversion) implements Plain {
        @Override
        public Value evaluate(RunValues run) {
            Value value = of.evaluate(run);
            if (!(value instanceof Value.Present present)) {
                return value;
            }
            try {
                return new Value.Present(conversion.apply(present.value()));
            } catch (ArithmeticException | IllegalArgumentException e) {
                return new Value.Missing(new Unavailable(
                        "value_not_allowed",
                        what + " is " + present.value() + ": " + e.getMessage(),
                        "give the step a value that it allows"));
            }
        }

        @Override
        public Expression moved(Relocation relocation) {
            return new Converted(of.moved(relocation), what, conversion);
        }

        @Override
        public void collectSteps(Set<Integer> steps) {
            of.collectSteps(steps);
        }
    }
}
