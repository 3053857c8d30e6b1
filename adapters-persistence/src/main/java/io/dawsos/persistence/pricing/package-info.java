/**
 * Market data and pricing packs in PostgreSQL: revisions in commit order, slices in one statement, batches by COPY.
 * May use the pool's gateway; exposes nothing but ports.
 */
@NullMarked
package io.dawsos.persistence.pricing;

import org.jspecify.annotations.NullMarked;
