/**
 * Running compiled patterns: inputs, pinning, the steps with their outcomes, the answer with its trace, the cache of answers, and
 * the runs that are under way. May use patterns, the agent runtime and the execution ports.
 */
@NullMarked
package io.dawsos.application.run;

import org.jspecify.annotations.NullMarked;
