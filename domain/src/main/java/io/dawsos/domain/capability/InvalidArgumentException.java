package io.dawsos.domain.capability;

/** Thrown by a capability when an argument is wrong in a way that only it can see: the caller's mistake, a 4xx. */
public final class InvalidArgumentException extends RuntimeException {

    private final String field;
    private final String hint;

    /**
     * @param field the argument, in snake case
     * @param reason what is wrong with it
     * @param hint what would be right
     */
    public InvalidArgumentException(String field, String reason, String hint) {
        super(reason);
        this.field = field;
        this.hint = hint;
    }

    /** The argument that is wrong, in snake case. */
    public String field() {
        return field;
    }

    /** What would be right. */
    public String hint() {
        return hint;
    }
}
