/**
 * Users in PostgreSQL. Rows of credentials are read by the system only.
 * May use the pool's gateway; exposes nothing but ports.
 */
@NullMarked
package io.dawsos.persistence.identity;

import org.jspecify.annotations.NullMarked;
