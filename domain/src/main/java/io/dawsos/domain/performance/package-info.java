/**
 * Daily valuation and what follows from it: time-weighted and money-weighted return, before and after costs, volatility, Sharpe
 * ratio, drawdown, returns of positions and of blended benchmarks. Series are columnar doubles in a fixed order of summation. May use money, ledger, pricing and figure.
 */
@NullMarked
package io.dawsos.domain.performance;

import org.jspecify.annotations.NullMarked;
