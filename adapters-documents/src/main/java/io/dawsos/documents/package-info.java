/**
 * Files in: the CSV forms of transactions, securities, prices, exchange rates and macro series, read row by row with every
 * bad row named. May use application and domain; never another adapter.
 */
@NullMarked
package io.dawsos.documents;

import org.jspecify.annotations.NullMarked;
