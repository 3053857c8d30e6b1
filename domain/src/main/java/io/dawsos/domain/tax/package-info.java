/**
 * What a tax return asks of a ledger: parcels bought and sold, how long they were held, and losses that a purchase near them
 * defers. No country is assumed: periods, windows and rates are inputs. May use the ledger and money.
 */
@NullMarked
package io.dawsos.domain.tax;

import org.jspecify.annotations.NullMarked;
