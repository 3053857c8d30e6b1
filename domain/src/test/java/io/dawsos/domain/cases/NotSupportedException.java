package io.dawsos.domain.cases;

/** Says that a case, or one of its figures, is beyond what the domain computes so far. */
final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSupportedException(String reason) {
        super(reason);
    }
}
