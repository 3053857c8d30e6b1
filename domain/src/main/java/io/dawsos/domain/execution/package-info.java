/**
 * One run of a pattern: its pinned context, steps, outcomes and the log of runs. Everything a result depends on is
 * named here. May use identity, ledger and pricing.
 */
@NullMarked
package io.dawsos.domain.execution;

import org.jspecify.annotations.NullMarked;
