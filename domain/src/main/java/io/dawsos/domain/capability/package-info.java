/**
 * What an agent can do, as a typed function: a name, an argument record, a result record and an {@link Outcome}. What
 * can't be known is Unavailable with a reason and a remedy, never a number. May use execution's context only.
 */
@NullMarked
package io.dawsos.domain.capability;

import org.jspecify.annotations.NullMarked;
