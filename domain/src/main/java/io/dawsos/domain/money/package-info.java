/**
 * Money, currencies, exchange rates and the rounding that lets parts sum to their whole. Amounts are exact decimals;
 * nothing here rounds unless its name says so. Uses the JDK only.
 */
@NullMarked
package io.dawsos.domain.money;

import org.jspecify.annotations.NullMarked;
