/** Tests of the pattern compiler and engine. */
@org.jspecify.annotations.NullMarked
package io.dawsos.application.pattern;
