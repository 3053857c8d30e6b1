/**
 * Settings: read from options and environment, checked together, complete before anything starts. Every wrong setting is
 * named at once. Uses the JDK and the domain's value types.
 */
@NullMarked
package io.dawsos.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
