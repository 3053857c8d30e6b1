/**
 * The financial analyst's capabilities over ledgers and packs, and the data they share within a run.
 */
@NullMarked
package io.dawsos.application.portfolio;

import org.jspecify.annotations.NullMarked;
