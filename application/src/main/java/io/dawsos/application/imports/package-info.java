/**
 * Use cases that take data in: transactions into a ledger, market data into a revision and a pack, all or nothing.
 */
@NullMarked
package io.dawsos.application.imports;

import org.jspecify.annotations.NullMarked;
