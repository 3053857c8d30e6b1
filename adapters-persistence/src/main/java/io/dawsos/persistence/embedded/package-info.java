/**
 * A real PostgreSQL server of our own, started as a child process on a data directory that survives crashes. Uses the
 * server's binaries from the class path and nothing else of this module.
 */
@NullMarked
package io.dawsos.persistence.embedded;

import org.jspecify.annotations.NullMarked;
