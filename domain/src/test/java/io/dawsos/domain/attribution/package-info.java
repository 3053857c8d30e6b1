/** Tests of the package of the same name. */
@org.jspecify.annotations.NullUnmarked
package io.dawsos.domain.attribution;
