/**
 * Daily valuation and what follows from it: time-weighted return, volatility, Sharpe ratio, drawdown. Series are
 * columnar doubles in a fixed order of summation. May use money, ledger, pricing and figure.
 */
@NullMarked
package io.dawsos.domain.performance;

import org.jspecify.annotations.NullMarked;
