/**
 * Copies of everything that an installation stores. The port is here because only a command asks for it, never a computation; the
 * store implements it. It may use the JDK's streams.
 */
@NullMarked
package io.dawsos.application.backup;

import org.jspecify.annotations.NullMarked;
