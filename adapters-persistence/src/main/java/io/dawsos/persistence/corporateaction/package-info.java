/**
 * Announced corporate events in PostgreSQL. Uses the gateway of the pool and the revisions of market data; nothing outside of the
 * adapter sees it.
 */
@NullMarked
package io.dawsos.persistence.corporateaction;

import org.jspecify.annotations.NullMarked;
