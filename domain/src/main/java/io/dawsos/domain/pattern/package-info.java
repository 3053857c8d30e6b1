/**
 * Patterns: declarative documents of inputs, steps and outputs, and the problems a compiler finds in them. May use
 * capability.
 */
@NullMarked
package io.dawsos.domain.pattern;

import org.jspecify.annotations.NullMarked;
