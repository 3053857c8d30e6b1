package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.SecurityId;
import java.time.LocalDate;
import java.util.Set;

/**
 * What to read through a pack.
 *
 * @param securities whose prices and descriptions to read
 * @param pairs which quotations to read, exactly as they are quoted
 * @param series which macro series to read, by their id (FRED's ids)
 * @param from the first date wanted. For every subject the last observation before it is read too, so that a value can be
 *     carried forward into the range
 * @param to the last date wanted; dates after the pack's are never read
 */
public record SliceRequest(
        Set<SecurityId> securities, Set<CurrencyPair> pairs, Set<String> series, LocalDate from, LocalDate to) {

    public SliceRequest {
        securities = Set.copyOf(securities);
        pairs = Set.copyOf(pairs);
        series = Set.copyOf(series);
    }
}
