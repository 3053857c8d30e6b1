/**
 * The risk of a portfolio: statistics of its returns, tails, benchmarks, factors and the parts of its positions, as capabilities. Formulas
 * are the domain's; what is read beside the snapshot is read through the run's pack.
 */
@NullMarked
package io.dawsos.application.risk;

import org.jspecify.annotations.NullMarked;
