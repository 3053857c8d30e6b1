/**
 * The append-only ledger of a portfolio: securities, transactions, the hash chain of commits, and the folds that turn
 * entries into lots, positions and cash. History is never changed; a correction is a new entry. May use money and identity.
 */
@NullMarked
package io.dawsos.domain.ledger;

import org.jspecify.annotations.NullMarked;
