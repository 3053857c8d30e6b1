package io.dawsos.domain.imports;

import io.dawsos.domain.identity.UserId;

/** The mappings that users had remembered, each user's own; earlier versions are kept for ever. */
public interface ImportMappings {

    /** Gives what a user said last about a format; {@link ImportMapping#NONE} if nothing. */
    ImportMapping find(UserId user, String format);

    /** Lays what a user says now over what the user said before; an empty text takes an earlier saying back. */
    void remember(UserId user, String format, ImportMapping said);
}
