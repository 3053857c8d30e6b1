/**
 * Pinning and the log of runs in PostgreSQL.
 * May use the pool's gateway; exposes nothing but ports.
 */
@NullMarked
package io.dawsos.persistence.execution;

import org.jspecify.annotations.NullMarked;
