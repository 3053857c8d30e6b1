package io.dawsos.application.imports;

import java.util.List;

/** Thrown when a file has problems: nothing of it was stored. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowProblem> problems;
    private final long total;

    /**
     * Names what is wrong.
     *
     * @param problems the first of them
     * @param total how many there are in all
     */
    public ImportRefusedException(List<RowProblem> problems, long total) {
        super(total + (total == 1 ? " problem" : " problems") + ", the first on line "
                + problems.get(0).line() + ": " + problems.get(0).reason());
        this.problems = List.copyOf(problems);
        this.total = total;
    }

    /** The first problems, in the order of the file. */
    public List<RowProblem> problems() {
        return problems;
    }

    /** How many problems there are in all. */
    public long total() {
        return total;
    }
}
