package io.dawsos.domain.identity;

import java.util.Optional;

/** The users of this server. */
public interface Users {

    /** Finds the user with an address. */
    Optional<User> byEmail(EmailAddress email);

    /** Finds a user by identity. */
    Optional<User> byId(UserId id);

    /** Gives the first administrator, by address; empty on a fresh installation. */
    Optional<User> firstAdmin();

    /**
     * Adds a user.
     *
     * @return false, and nothing is stored, if the address is taken
     */
    boolean add(User user);
}
