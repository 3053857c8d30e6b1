/** JMH benchmarks of the pattern engine: no-op capabilities, so that what is left is the engine. */
@NullMarked
package io.dawsos.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
