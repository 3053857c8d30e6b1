/**
 * What can be known and what can't: a {@link Figure} is a value or the {@link Unavailable} reason why there is none. No number
 * ever stands in for a missing one. Uses the JDK only.
 */
@NullMarked
package io.dawsos.domain.figure;

import org.jspecify.annotations.NullMarked;
