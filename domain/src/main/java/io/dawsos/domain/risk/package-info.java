/**
 * Risk over columnar series of simple returns: dispersion, falls, tails, ratios, a benchmark, and the parts of positions. Functions
 * take plain arrays and say their convention; what has no value is missing with the reason. May use statistics, performance and figure.
 */
@NullMarked
package io.dawsos.domain.risk;

import org.jspecify.annotations.NullMarked;
