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
record PortfolioSnapshot(
        Portfolio portfolio,
        List<LedgerEntry> entries,
        MarketSlice slice,
        Holdings holdings,
        Map<SecurityId, PriceTimeline> timelines,
        CurrencyConversion conversion,
        DailyValuation valuation) {

    static final MathContext PRECISION = MathContext.DECIMAL128;

    LocalDate asOf() {
        return slice.pack().asOf();
    }

    CurrencyCode base() {
        return portfolio.baseCurrency();
    }

    boolean simulated() {
        return portfolio.universe() == io.dawsos.domain.ledger.Universe.SIMULATED;
    }

    /** A security of the ledger; every one is described before it can be entered. */
    Security security(SecurityId id) {
        return slice.security(id)
                .orElseThrow(() -> new IllegalStateException("security " + id.value() + " is not described at cut "
                        + slice.pack().cut()));
    }

    /** What the owner should look at in the ledger, as sentences. */
    List<String> findings() {
        return holdings.findings().stream()
                .map(finding -> finding.sentence(security(finding.security()).symbol()))
                .toList();
    }

    PriceTimeline timeline(SecurityId id) {
        return java.util.Objects.requireNonNull(timelines.get(id));
    }

    /** An amount in base currency at the rate of a date, unrounded. */
    Figure<BigDecimal> inBase(Money money, LocalDate date) {
        return conversion
                .rate(money.currency(), base(), date)
                .map(rate -> money.amount().multiply(rate, PRECISION));
    }
}
