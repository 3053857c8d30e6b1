package io.dawsos.domain.identity;

import java.util.UUID;

/** The stable identity of a user. */
public record UserId(UUID value) {}
