/**
 * What happens around a run: the batching writer of the execution log. It works behind the answers and never holds one up.
 * May use the execution ports.
 */
@NullMarked
package io.dawsos.application.execution;

import org.jspecify.annotations.NullMarked;
