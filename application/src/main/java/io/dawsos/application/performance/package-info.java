/**
 * How a portfolio and its parts did, against what, and at what risk: the capabilities over returns. Values come from the snapshot of
 * the run, formulas from the domain's performance, risk and attribution; nothing here values anything in another way.
 */
@NullMarked
package io.dawsos.application.performance;

import org.jspecify.annotations.NullMarked;
