/**
 * Where a return came from: local price, exchange rate and their interaction, by position and currency. May use
 * performance, pricing and ledger.
 */
@NullMarked
package io.dawsos.domain.attribution;

import org.jspecify.annotations.NullMarked;
