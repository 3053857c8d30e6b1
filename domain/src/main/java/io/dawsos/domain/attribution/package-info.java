/**
 * Where a return came from: local price, exchange rate and their interaction, by position and currency. Parts always sum to
 * their whole. May use performance, ledger, money and figure.
 */
@NullMarked
package io.dawsos.domain.attribution;

import org.jspecify.annotations.NullMarked;
