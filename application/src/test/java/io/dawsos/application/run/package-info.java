/** Tests of runs. */
@org.jspecify.annotations.NullMarked
package io.dawsos.application.run;
