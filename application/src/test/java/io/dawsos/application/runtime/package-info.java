/** Tests of the agent runtime. */
@org.jspecify.annotations.NullMarked
package io.dawsos.application.runtime;
