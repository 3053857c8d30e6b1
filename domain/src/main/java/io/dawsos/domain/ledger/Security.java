package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import java.util.Optional;

/**
 * Something that can be held and priced, as described at one revision of the market data.
 *
 * @param symbol what users and files call it; unique in its universe
 * @param currency the currency that its prices are quoted in
 * @param sector the sector it is classified in; empty if nobody classified it
 */
public record Security(
        SecurityId id,
        String symbol,
        String name,
        SecurityType type,
        CurrencyCode currency,
        Optional<String> sector,
        Universe universe) {}
