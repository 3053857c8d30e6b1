/**
 * Wiring: the Guice modules of the program and the installation that the one startup opens. The database's part is built first,
 * so no agent can exist before the pool does.
 */
@NullMarked
package io.dawsos.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
