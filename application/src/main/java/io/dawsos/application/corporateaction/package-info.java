/**
 * What announced corporate events mean for holdings: calendars, the effect on held units, and the dividends of a year ahead. Reads
 * events and portfolios as the run's pack has them; holds the agent that harvests data.
 */
@NullMarked
package io.dawsos.application.corporateaction;

import org.jspecify.annotations.NullMarked;
