package io.dawsos.application.demo;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A security of the simulated market with its true parameters: the logarithmic daily return in local currency is
 * {@code (drift - volatility^2 / 2) / 252 + betaMarket m + betaRates r + own volatility}.
 *
 * @param startPrice close of the first day
 * @param drift expected return per year, continuously compounded
 * @param betaMarket exposure to the market factor
 * @param betaRates exposure to the rates factor
 * @param ownVolatility per year, of what no factor explains
 * @param dividendYield per year, paid each quarter
 */
public record DemoSecurity(
        String symbol,
        String name,
        SecurityType type,
        String currency,
        String sector,
        double startPrice,
        double drift,
        double betaMarket,
        double betaRates,
        double ownVolatility,
        double dividendYield) {

    /** Its stable identity, derived from its symbol. */
    public SecurityId id() {
        return new SecurityId(UUID.nameUUIDFromBytes(("dawsos-demo/" + symbol).getBytes(StandardCharsets.UTF_8)));
    }

    /** Its description in the simulated universe. */
    public Security security() {
        return new Security(
                id(), symbol, name, type, CurrencyCode.of(currency), Optional.of(sector), Universe.SIMULATED);
    }
}
