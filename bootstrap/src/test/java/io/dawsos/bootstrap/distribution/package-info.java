/** Tests of the shipped distribution, run after it is packaged: processes, HTTP, signals. */
@org.jspecify.annotations.NullMarked
package io.dawsos.bootstrap.distribution;
