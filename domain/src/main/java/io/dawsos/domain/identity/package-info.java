/**
 * Who asks: users, their credentials, and the {@link AccessScope} that every port method on owned rows takes.
 * Passwords and tokens are handled behind ports. Uses the JDK only.
 */
@NullMarked
package io.dawsos.domain.identity;

import org.jspecify.annotations.NullMarked;
