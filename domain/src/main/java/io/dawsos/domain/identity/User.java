package io.dawsos.domain.identity;

/**
 * A person who may log in.
 *
 * @param passwordHash the encoded result of {@link PasswordHashing#hash}
 */
public record User(UserId id, EmailAddress email, String passwordHash, Role role) {}
