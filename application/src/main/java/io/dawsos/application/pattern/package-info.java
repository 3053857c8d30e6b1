/**
 * The pattern compiler and the orchestrator: documents in, type-checked programs out, run step by step over the agent
 * runtime. May use domain and the agent runtime.
 */
@NullMarked
package io.dawsos.application.pattern;

import org.jspecify.annotations.NullMarked;
