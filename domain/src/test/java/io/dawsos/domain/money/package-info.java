/** Tests of money. */
@org.jspecify.annotations.NullMarked
package io.dawsos.domain.money;
