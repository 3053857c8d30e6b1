package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a pricing pack that an execution reads: immutable, in memory, and the same for the same pack and request.
 *
 * @param pack the pack that it was read through
 * @param securities descriptions in force at the pack's cut, by identity; unknown ones are absent
 * @param prices raw closing prices in the security's currency; subjects without observations are absent
 * @param rates units of the quote currency for one unit of the base currency
 * @param macro macro series in the unit in which their publisher states them
 */
public record MarketSlice(
        PricingPack pack,
        Map<SecurityId, Security> securities,
        Map<SecurityId, ObservationSeries> prices,
        Map<CurrencyPair, ObservationSeries> rates,
        Map<String, ObservationSeries> macro) {

    public MarketSlice {
        securities = Map.copyOf(securities);
        prices = Map.copyOf(prices);
        rates = Map.copyOf(rates);
        macro = Map.copyOf(macro);
    }

    /** The description of a security, if it is known at the pack's cut. */
    public Optional<Security> security(SecurityId id) {
        return Optional.ofNullable(securities.get(id));
    }

    /** The prices of a security; the empty series if there are none. */
    public ObservationSeries pricesOf(SecurityId id) {
        return prices.getOrDefault(id, ObservationSeries.empty());
    }

    /** The quotations of a pair as quoted; the empty series if there are none. */
    public ObservationSeries ratesOf(CurrencyPair pair) {
        return rates.getOrDefault(pair, ObservationSeries.empty());
    }

    /** A macro series; the empty series if there are no observations. */
    public ObservationSeries macroOf(String series) {
        return macro.getOrDefault(series, ObservationSeries.empty());
    }
}
