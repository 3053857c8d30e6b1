/** Tests of the tax rules. */
@org.jspecify.annotations.NullMarked
package io.dawsos.domain.tax;
