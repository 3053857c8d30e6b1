package io.dawsos.application.pattern;

import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The compiled arguments of a call. */
public final class Arguments {

    private final RecordExpression record;

    Arguments(RecordExpression record) {
        this.record = record;
    }

    /** Makes the argument record; absent or missing if an argument that must be there is not. */
    public Value evaluate(RunValues run) {
        return record.evaluate(run);
    }

    /** The shape of the argument record. */
    public RecordShape shape() {
        return record.shape();
    }

    /**
     * One argument as the document has it.
     *
     * @param reference the path if it is a whole reference
     */
    public record Written(Component component, Optional<String> reference) {}

    /** The arguments as the document has them, in the order of the record. */
    public List<Written> written() {
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < record.components().size(); i++) {
            written.add(new Written(
                    record.shape().components().get(i), path(record.components().get(i))));
        }
        return written;
    }

    private static Optional<String> path(Expression expression) {
        if (expression instanceof Expression.Converted converted) {
            return path(converted.of());
        }
        return expression instanceof Expression.Path path ? Optional.of(path.text()) : Optional.empty();
    }

    Arguments moved(Expression.Relocation relocation) {
        return new Arguments(record.movedRecord(relocation));
    }

    void collectSteps(Set<Integer> steps) {
        record.collectSteps(steps);
    }
}
