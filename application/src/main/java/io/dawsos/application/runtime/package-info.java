/**
 * The agent runtime: one immutable registry of capabilities, a breaker and a bulkhead for each agent, and what counts as
 * a failure.
 */
@NullMarked
package io.dawsos.application.runtime;

import org.jspecify.annotations.NullMarked;
