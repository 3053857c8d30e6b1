/**
 * Mathematics of samples and matrices over plain arrays: moments, quantiles, the normal distribution, least squares. Knows nothing
 * of finance; sums run in index order, so the same numbers always give the same bits. Uses the JDK only.
 */
@NullMarked
package io.dawsos.domain.statistics;

import org.jspecify.annotations.NullMarked;
