/**
 * The agent {@code financial_analyst}: it only composes the families of capabilities that other packages hold. May use them all;
 * none of them may use it.
 */
@NullMarked
package io.dawsos.application.analyst;

import org.jspecify.annotations.NullMarked;
