/**
 * Capabilities about taxes on gains: what was realized in a year, losses that a purchase defers, and losses that may be worth
 * realizing. Rates, holding periods and the start of the year are arguments; nothing is assumed about a country.
 */
@NullMarked
package io.dawsos.application.tax;

import org.jspecify.annotations.NullMarked;
