package io.dawsos.application.health;

import io.dawsos.application.health.PortfolioHealth.Finding;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFinding;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PriceBasis;
import io.dawsos.domain.pricing.PriceTimeline.PriceOnDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks through one snapshot for what is amiss. */
final class HealthCheck {

    private static final String ERROR = "error";
    private static final String WARNING = "warning";

    private final PortfolioSnapshot snapshot;
    private final int staleAfter;
    private final List<Finding> findings = new ArrayList<>();

    /** @param staleAfter days after which a price is old */
    HealthCheck(PortfolioSnapshot snapshot, int staleAfter) {
        this.snapshot = snapshot;
        this.staleAfter = staleAfter;
    }

    List<Finding> findings() {
        Set<CurrencyCode> currencies = new TreeSet<>();
        snapshot.holdings().positions().keySet().forEach(id -> {
            price(id);
            currencies.add(snapshot.security(id).currency());
        });
        snapshot.holdings().cash().forEach((currency, balance) -> {
            if (balance.signum() != 0) {
                currencies.add(currency);
            }
            negative(currency, balance);
        });
        currencies.forEach(this::rate);
        basis();
        snapshot.holdings().findings().forEach(this::ofLedger);
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::subject)
                        .thenComparing(finding -> finding.date().orElse(LocalDate.MAX)))
                .toList();
    }

    private void add(
            String severity, String kind, String subject, Optional<LocalDate> date, String detail, String fix) {
        findings.add(new Finding(severity, kind, subject, date, detail, fix));
    }

    private void price(SecurityId id) {
        String symbol = snapshot.symbol(id);
        Optional<PriceOnDate> price = snapshot.timeline(id).on(snapshot.asOf());
        String fix = "import prices of " + symbol + " up to " + snapshot.asOf();
        if (price.isEmpty()) {
            add(ERROR, "price_missing", symbol, Optional.empty(), "it is held and has no price", fix);
            return;
        }
        long age = ChronoUnit.DAYS.between(price.get().observed(), snapshot.asOf());
        if (age > staleAfter) {
            add(
                    WARNING,
                    "price_stale",
                    symbol,
                    Optional.of(price.get().observed()),
                    "its last price is " + age + " days old",
                    fix);
        }
    }

    private void rate(CurrencyCode currency) {
        boolean missing = snapshot.conversion()
                .rate(currency, snapshot.base(), snapshot.asOf())
                .asOptional()
                .isEmpty();
        if (missing) {
            add(
                    ERROR,
                    "rate_missing",
                    currency.code(),
                    Optional.empty(),
                    "there is no rate of " + currency + " in " + snapshot.base() + " on or before " + snapshot.asOf(),
                    "import exchange rates of " + currency + " in " + snapshot.base());
        }
    }

    private void negative(CurrencyCode currency, BigDecimal balance) {
        if (balance.signum() < 0) {
            add(
                    WARNING,
                    "negative_cash",
                    currency.code(),
                    Optional.empty(),
                    "the balance is " + balance.toPlainString(),
                    "enter the deposits or conversions that paid for it, unless it was borrowed");
        }
    }

    private void basis() {
        Map<SecurityId, LocalDate> first = new TreeMap<>();
        Map<SecurityId, List<Transaction.Split>> splits = new TreeMap<>();
        for (LedgerEntry entry : snapshot.entries()) {
            Transaction transaction = entry.transaction();
            transaction.securities().forEach(id -> first.merge(id, transaction.date(), HealthCheck::earlier));
            if (transaction instanceof Transaction.Split split) {
                splits.computeIfAbsent(split.security(), id -> new ArrayList<>())
                        .add(split);
            }
        }
        first.forEach((id, from) -> PriceBasis.of(
                        snapshot.slice().pricesOf(id), splits.getOrDefault(id, List.of()), from, snapshot.asOf())
                .forEach(suspicion -> suspect(snapshot.symbol(id), suspicion)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void suspect(String symbol, PriceBasis.Suspicion suspicion) {
        String ratio = BigDecimal.valueOf(suspicion.ratio())
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        if (suspicion.kind() == PriceBasis.Kind.SPLIT_MISSING) {
            add(
                    WARNING,
                    "split_missing",
                    symbol,
                    Optional.of(suspicion.date()),
                    "the price was divided by " + ratio + " in one step, as by a split that the ledger does not have",
                    "enter the split of " + suspicion.date() + ", or correct the price if there was none");
        } else {
            add(
                    WARNING,
                    "prices_adjusted",
                    symbol,
                    Optional.of(suspicion.date()),
                    "the ledger has a split of " + ratio + " for 1, and the price shows none",
                    "import raw prices before " + suspicion.date() + ": these seem to be adjusted for the split");
        }
    }

    private void ofLedger(LedgerFinding finding) {
        String symbol = snapshot.symbol(finding.security());
        add(
                finding.kind() == LedgerFinding.Kind.COST_UNKNOWN ? ERROR : WARNING,
                finding.kind().name().toLowerCase(Locale.ROOT),
                symbol,
                Optional.of(finding.date()),
                finding.sentence(symbol),
                fix(finding.kind(), symbol));
    }

    private static String fix(LedgerFinding.Kind kind, String symbol) {
        return switch (kind) {
            case OVERSOLD ->
                "enter the purchase or transfer of " + symbol + " that is missing, unless it was sold short";
            case COST_UNKNOWN -> "undo the entry, and enter the transfer with what the units had cost";
            case SPLIT_WITHOUT_POSITION, ACTION_WITHOUT_POSITION ->
                "enter the purchase of " + symbol + " before it, or undo the entry";
            case COVERED_TOO_MUCH -> "enter the short sale that is missing, or enter the rest as a purchase";
            case LOT_NOT_OPEN -> "undo the sale, and name lots that are open on its date";
            case REST_CLOSED -> "nothing, if the rest came from rounding; else enter the exact quantity";
        };
    }
}
