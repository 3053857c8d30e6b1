/** Tests of the ledger. */
@org.jspecify.annotations.NullMarked
package io.dawsos.domain.ledger;
