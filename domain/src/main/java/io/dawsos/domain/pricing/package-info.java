/**
 * Market data as it was known: price, exchange-rate and macro observations, the pricing packs that freeze them and the
 * one rule that values anything on a date. A price is never taken from a later date. May use money, ledger and identity.
 */
@NullMarked
package io.dawsos.domain.pricing;

import org.jspecify.annotations.NullMarked;
