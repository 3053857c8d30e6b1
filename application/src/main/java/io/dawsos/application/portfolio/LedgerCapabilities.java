package io.dawsos.application.portfolio;

import io.dawsos.application.portfolio.TransactionHistory.TransactionRow;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.TransactionFields;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.money.Money;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Capabilities that read the ledger: positions and transactions. */
public final class LedgerCapabilities {

    private static final int MOST = 1000;

    private final PortfolioSnapshots snapshots;

    @Inject
    LedgerCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of {@code ledger.positions}. */
    public record PositionsArguments(
            @Describe("The portfolio to read.") UUID portfolioId) {}

    /** Arguments of {@code get_transaction_history}. */
    public record HistoryArguments(
            UUID portfolioId,
            @Describe("Only this security; all if null.") Optional<UUID> securityId,

            @Describe("How many at most, 1 to 1000; 50 if null.")
            Optional<Integer> limit,

            @Describe("next_cursor of the page before; the newest if null.")
            Optional<String> cursor) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "ledger.positions",
                        "Open positions and cash of a portfolio at its pack's date",
                        PositionsArguments.class,
                        Positions.class,
                        this::positions),
                Capability.pure(
                        "get_transaction_history",
                        "Transactions of a portfolio, newest first, by pages",
                        HistoryArguments.class,
                        TransactionHistory.class,
                        this::history));
    }

    private Outcome<Positions> positions(RequestContext context, PositionsArguments arguments) {
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        PositionValuation valuation = new PositionValuation(snapshot);
        List<PositionRow> rows = snapshot.holdings().positions().values().stream()
                .map(position -> row(snapshot, valuation, position))
                .sorted(Comparator.comparing(PositionRow::symbol))
                .toList();
        Map<String, BigDecimal> cash = new TreeMap<>();
        snapshot.holdings().cash().forEach((currency, amount) -> cash.put(currency.code(), amount));
        return new Outcome.Available<>(
                new Positions(
                        arguments.portfolioId(),
                        Optional.of(snapshot.asOf()),
                        snapshot.base().code(),
                        rows,
                        rows.size(),
                        cash),
                Sources.of(snapshot, "first-in-first-out", false),
                snapshot.findings());
    }

    private static PositionRow row(PortfolioSnapshot snapshot, PositionValuation valuation, Position position) {
        Security security = snapshot.security(position.security());
        return new PositionRow(
                security.id().value(),
                security.symbol(),
                security.name(),
                security.sector(),
                position.quantity(),
                security.currency().code(),
                valuation.costBasis(position),
                position.lots().size());
    }

    private Outcome<TransactionHistory> history(RequestContext context, HistoryArguments arguments) {
        int limit = arguments.limit().orElse(50);
        if (limit < 1 || limit > MOST) {
            throw new InvalidArgumentException("limit", "found " + limit, "expected 1 to " + MOST);
        }
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        List<LedgerEntry> newestFirst = new ArrayList<>(snapshot.entries());
        java.util.Collections.reverse(newestFirst);
        int offset = arguments.cursor().map(text -> position(text, newestFirst)).orElse(0);
        List<LedgerEntry> wanted = newestFirst.subList(offset, newestFirst.size()).stream()
                .filter(entry -> arguments.securityId().isEmpty()
                        || TransactionFields.of(entry.transaction())
                                .security()
                                .map(id -> id.value())
                                .equals(arguments.securityId()))
                .limit(limit + 1L)
                .toList();
        Map<TransactionId, Disposal> disposals = snapshot.holdings().disposals().stream()
                .collect(Collectors.toMap(Disposal::transaction, disposal -> disposal, (first, second) -> first));
        List<TransactionRow> rows = wanted.stream()
                .limit(limit)
                .map(entry -> row(snapshot, entry, Optional.ofNullable(disposals.get(entry.id()))))
                .toList();
        Optional<String> next = wanted.size() > limit
                ? Optional.of(wanted.get(limit - 1).id().value().toString())
                : Optional.empty();
        return Outcome.available(
                new TransactionHistory(rows, rows.size(), next), Sources.of(snapshot, "ledger", false));
    }

    private static int position(String cursor, List<LedgerEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().value().toString().equals(cursor)) {
                return i + 1;
            }
        }
        throw new InvalidArgumentException("cursor", "found " + cursor, "pass the next_cursor of the page before");
    }

    private static TransactionRow row(PortfolioSnapshot snapshot, LedgerEntry entry, Optional<Disposal> disposal) {
        TransactionFields fields = TransactionFields.of(entry.transaction());
        return new TransactionRow(
                entry.id().value(),
                entry.sequence(),
                fields.date(),
                fields.type().name(),
                fields.security().map(id -> id.value()),
                fields.security().map(id -> snapshot.symbol(id)),
                fields.quantity(),
                fields.price(),
                entry.transaction().cashEffect().map(Money::amount),
                fields.amount().map(money -> money.currency().code()),
                fields.fee(),
                fields.tax(),
                fields.newUnits(),
                fields.oldUnits(),
                disposal.flatMap(Disposal::realizedGain).map(Money::amount),
                fields.note());
    }
}
