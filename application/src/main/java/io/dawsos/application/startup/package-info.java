/**
 * The one startup: named stages in order, closed in reverse.
 */
@NullMarked
package io.dawsos.application.startup;

import org.jspecify.annotations.NullMarked;
