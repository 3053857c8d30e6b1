/** Tests of the startup. */
@org.jspecify.annotations.NullMarked
package io.dawsos.application.imports;
