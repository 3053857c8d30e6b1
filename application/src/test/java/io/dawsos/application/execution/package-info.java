/** Tests of what happens around a run. */
@org.jspecify.annotations.NullMarked
package io.dawsos.application.execution;
