/** Tests of the program as a whole. */
@org.jspecify.annotations.NullMarked
package io.dawsos.bootstrap;
