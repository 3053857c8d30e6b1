package io.dawsos.application.imports;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file; keeps the first thousand and counts the rest. */
final class Problems {

    private static final int KEPT = 1000;

    private final List<RowProblem> kept = new ArrayList<>();
    private long total;

    void add(long line, String column, String value, String reason, String hint) {
        total++;
        if (kept.size() < KEPT) {
            kept.add(new RowProblem(line, column, value, reason, hint));
        }
    }

    void add(RowProblem problem) {
        add(problem.line(), problem.column(), problem.value(), problem.reason(), problem.hint());
    }

    boolean any() {
        return total > 0;
    }

    long total() {
        return total;
    }

    /** The first of them. */
    List<RowProblem> first() {
        return List.copyOf(kept);
    }

    /** @throws ImportRefusedException if there is any problem */
    void refuseIfAny() {
        if (total > 0) {
            throw new ImportRefusedException(kept, total);
        }
    }
}
