/**
 * The versions of patterns in PostgreSQL. Uses the gateway of the pool; nothing outside of the adapter sees it.
 */
@NullMarked
package io.dawsos.persistence.pattern;

import org.jspecify.annotations.NullMarked;
