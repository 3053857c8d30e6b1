/** Tests of performance. */
@org.jspecify.annotations.NullMarked
package io.dawsos.domain.performance;
