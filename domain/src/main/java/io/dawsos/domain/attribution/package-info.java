/**
 * Where a return came from: local price, exchange rate and their interaction, by position and currency; and where an excess over a
 * benchmark came from, by segment and decision. Parts always sum to their whole, or the rest is shown. May use performance, ledger, money and figure.
 */
@NullMarked
package io.dawsos.domain.attribution;

import org.jspecify.annotations.NullMarked;
