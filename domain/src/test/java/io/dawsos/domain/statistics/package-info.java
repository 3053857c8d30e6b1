/** Tests by hand and by other ways of computing. */
@org.jspecify.annotations.NullUnmarked
package io.dawsos.domain.statistics;
