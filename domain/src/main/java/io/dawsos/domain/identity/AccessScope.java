package io.dawsos.domain.identity;

/**
 * In whose name owned rows are read and written.
 *
 * <p>Every port method that touches owned rows takes one, and sees only what it allows: a user's own rows, or, for a named
 * task of the system itself, all of them.
 */
public sealed interface AccessScope {

    /** A user: only rows that this user owns exist. */
    record OfUser(UserId user) implements AccessScope {}

    /**
     * A task of the system itself, such as {@code startup} or {@code execution-log}.
     *
     * @param task a short name that is written to the audit
     */
    record OfSystem(String task) implements AccessScope {}

    /** The scope of a user. */
    static AccessScope of(UserId user) {
        return new OfUser(user);
    }

    /** The scope of a task of the system. */
    static AccessScope system(String task) {
        return new OfSystem(task);
    }
}
