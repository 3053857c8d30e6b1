/**
 * Corporate events as they are announced: dividends, splits and results, which are knowledge about securities and change no
 * ledger. It may use ledger, money and pricing; the port {@link io.dawsos.domain.corporateaction.CorporateEvents} gives them
 * as a pricing pack knows them.
 */
@NullMarked
package io.dawsos.domain.corporateaction;

import org.jspecify.annotations.NullMarked;
