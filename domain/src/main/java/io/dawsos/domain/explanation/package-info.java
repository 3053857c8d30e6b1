/**
 * Numbers taken apart: a tree from a number down to transactions, prices, rates and parameters, in which every node can be
 * computed again from its parts. Uses the JDK only.
 */
@NullMarked
package io.dawsos.domain.explanation;

import org.jspecify.annotations.NullMarked;
