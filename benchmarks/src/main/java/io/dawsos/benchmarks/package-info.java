/**
 * Programs that measure the product beside plain ways of doing the same work. They print figures and assert nothing; they are not
 * on the release path. May use everything.
 */
@NullMarked
package io.dawsos.benchmarks;

import org.jspecify.annotations.NullMarked;
