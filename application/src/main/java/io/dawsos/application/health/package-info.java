/**
 * Questions about the quality of a portfolio's data: prices and rates that are missing or old, and entries that do not fit. Each
 * finding names what would mend it. It reads snapshots of {@code application.portfolio} and changes nothing.
 */
@NullMarked
package io.dawsos.application.health;

import org.jspecify.annotations.NullMarked;
