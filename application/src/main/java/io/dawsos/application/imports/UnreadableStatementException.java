package io.dawsos.application.imports;

/** Thrown when a file is not of the format that it is read as, or of none that is known. */
public final class UnreadableStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RowProblem problem;

    /** Says where, why and what would help. */
    public UnreadableStatementException(long line, String reason, String hint) {
        super(reason);
        this.problem = new RowProblem(line, "", "", reason, hint);
    }

    RowProblem problem() {
        return problem;
    }
}
