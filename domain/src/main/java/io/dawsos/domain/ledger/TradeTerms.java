package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What was stated about a trade or payment beside its amount.
 *
 * @param gross what it came to before costs and taxes, in the currency in which it was made; empty if not stated
 * @param rate the exchange rate at which it was converted; it counts before any market rate. Empty if not stated
 * @param lots the lots that were to be used up, as far as the owner named them; they count under {@link LotMatching#SPECIFIC}
 */
public record TradeTerms(Optional<Money> gross, Optional<StatedRate> rate, List<LotChoice> lots) {

    /** Nothing was stated. */
    public static final TradeTerms NONE = new TradeTerms(Optional.empty(), Optional.empty(), List.of());

    public TradeTerms {
        lots = List.copyOf(lots);
    }

    /** Only lots were named. */
    public static TradeTerms ofLots(List<LotChoice> lots) {
        return new TradeTerms(Optional.empty(), Optional.empty(), lots);
    }

    /** Only a rate was stated. */
    public static TradeTerms ofRate(StatedRate rate) {
        return new TradeTerms(Optional.empty(), Optional.of(rate), List.of());
    }
}
