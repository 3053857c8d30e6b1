package io.dawsos.domain.ledger;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.money.CurrencyCode;

/**
 * A set of holdings that is valued as one, in one base currency.
 *
 * @param name what its owner calls it; unique for the owner
 * @param baseCurrency the currency that totals are stated in
 * @param universe the world whose market data values it
 */
public record Portfolio(PortfolioId id, UserId owner, String name, CurrencyCode baseCurrency, Universe universe) {}
