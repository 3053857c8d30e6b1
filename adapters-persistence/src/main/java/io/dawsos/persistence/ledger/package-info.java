/**
 * Portfolios, ledgers and the security master in PostgreSQL. Rows of owners are read in the scope of who asks.
 * May use the pool's gateway; exposes nothing but ports.
 */
@NullMarked
package io.dawsos.persistence.ledger;

import org.jspecify.annotations.NullMarked;
