/**
 * Use cases about users: the first owner and logging in. Passwords and tokens are handled behind ports. May use the identity
 * ports.
 */
@NullMarked
package io.dawsos.application.identity;

import org.jspecify.annotations.NullMarked;
