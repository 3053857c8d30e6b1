package io.dawsos.application.portfolio;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PriceTimeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A portfolio at one ledger head seen through one pack: folds and series that every capability of a run shares. Immutable.
 *
 * @param entries in the order in which they count
 * @param holdings on the pack's date, first in first out
 * @param timelines the one valuation rule for each security of the ledger
 */
public record PortfolioSnapshot(
        Portfolio portfolio,
        List<LedgerEntry> entries,
        MarketSlice slice,
        Holdings holdings,
        Map<SecurityId, PriceTimeline> timelines,
        CurrencyConversion conversion,
        DailyValuation valuation) {

    /** 34 digits, where a quotient does not end. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** The date that it is seen on: the pack's. */
    public LocalDate asOf() {
        return slice.pack().asOf();
    }

    /** The currency that totals are stated in. */
    public CurrencyCode base() {
        return portfolio.baseCurrency();
    }

    /** Whether it rests on the simulated universe. */
    public boolean simulated() {
        return portfolio.universe() == io.dawsos.domain.ledger.Universe.SIMULATED;
    }

    /** A security of the ledger; every one is described before it can be entered. */
    public Security security(SecurityId id) {
        return slice.security(id)
                .orElseThrow(() -> new IllegalStateException("security " + id.value() + " is not described at cut "
                        + slice.pack().cut()));
    }

    /** What a security is called; its identity if the pack is older than its description. */
    public String symbol(SecurityId id) {
        return slice.security(id).map(Security::symbol).orElse(id.value().toString());
    }

    /** What the owner should look at in the ledger, as sentences. */
    public List<String> findings() {
        return holdings.findings().stream()
                .map(finding -> finding.sentence(symbol(finding.security())))
                .toList();
    }

    /** The valuation rule of a security of the ledger. */
    public PriceTimeline timeline(SecurityId id) {
        return java.util.Objects.requireNonNull(timelines.get(id));
    }

    /** An amount in base currency at the rate of a date, unrounded. */
    public Figure<BigDecimal> inBase(Money money, LocalDate date) {
        return conversion
                .rate(money.currency(), base(), date)
                .map(rate -> money.amount().multiply(rate, PRECISION));
    }
}
