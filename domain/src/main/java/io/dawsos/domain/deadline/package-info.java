/** When work must be over, for capabilities and ports alike. Uses the JDK only, and no clock. */
@NullMarked
package io.dawsos.domain.deadline;

import org.jspecify.annotations.NullMarked;
