package io.dawsos.application.imports;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a file of transactions into a ledger as one commit, or refuses it whole and names every row that is wrong. */
public final class ImportTransactions {

    private static final int ATTEMPTS = 3;

    private final TableReader reader;
    private final Portfolios portfolios;
    private final Ledger ledger;
    private final Securities securities;
    private final PricingPacks packs;
    private final Clock clock;
    private final Supplier<UUID> identities;

    @Inject
    ImportTransactions(
            TableReader reader,
            Portfolios portfolios,
            Ledger ledger,
            Securities securities,
            PricingPacks packs,
            Clock clock,
            Supplier<UUID> identities) {
        this.reader = reader;
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.securities = securities;
        this.packs = packs;
        this.clock = clock;
        this.identities = identities;
    }

    /**
     * How to import.
     *
     * @param allowDuplicates whether rows that equal another row, or an entry of the ledger, are taken
     * @param onlyPortfolio the value that the column {@code portfolio} must have; rows with another are passed over
     * @param source what the file is called
     */
    public record Options(boolean allowDuplicates, Optional<String> onlyPortfolio, String source) {}

    /**
     * What became of a file.
     *
     * @param commit the hash of the new head
     * @param entries how many entries it added
     * @param newSecurities symbols that were unknown and are registered now
     * @param warnings what the owner should look at
     */
    public record Result(String commit, int entries, List<String> newSecurities, List<String> warnings) {}

    /**
     * Imports a file.
     *
     * @throws ImportRefusedException if a row is wrong; nothing was stored
     * @throws PortfolioNotFoundException if the user can't see the portfolio
     * @throws LedgerConflictException if others keep changing the ledger meanwhile
     */
    public Result run(UserId user, PortfolioId portfolioId, InputStream content, Options options) {
        AccessScope scope = AccessScope.of(user);
        Portfolio portfolio =
                portfolios.find(scope, portfolioId).orElseThrow(() -> new PortfolioNotFoundException(portfolioId));
        Problems problems = new Problems();
        List<TransactionRow> rows = read(content, options, problems);
        SecurityRegistry registry = new SecurityRegistry(securities, portfolio.universe(), identities);
        Map<Transaction, Long> lines = new HashMap<>();
        List<Transaction> transactions = new ArrayList<>();
        for (TransactionRow row : rows) {
            registry.transaction(row, problems).ifPresent(transaction -> {
                Long first = lines.putIfAbsent(transaction, row.line());
                if (first != null && !options.allowDuplicates()) {
                    problems.add(row.line(), "", "", "duplicate_row: the same as line " + first, DUPLICATE_HINT);
                }
                transactions.add(transaction);
            });
        }
        problems.refuseIfAny();
        Result result = commit(scope, user, portfolioId, registry, transactions, lines, rows, options);
        if (!result.newSecurities().isEmpty()) {
            // The packs before it do not know them.
            packs.build(portfolio.universe(), Optional.empty());
        }
        return result;
    }

    private static final String DUPLICATE_HINT =
            "remove the row, or import with allow_duplicates=true if both are real";

    private List<TransactionRow> read(InputStream content, Options options, Problems problems) {
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        List<TransactionRow> rows = new ArrayList<>();
        Table table = new Table(reader, problems, TransactionRow.REQUIRED, TransactionRow.OPTIONAL);
        table.read(content, row -> {
            boolean wanted =
                    options.onlyPortfolio().isEmpty() || row.text("portfolio").equals(options.onlyPortfolio());
            if (wanted) {
                TransactionRow.read(row, latest, problems).ifPresent(rows::add);
            }
        });
        if (rows.isEmpty() && !problems.any()) {
            problems.add(
                    1, "portfolio", options.onlyPortfolio().orElse(""), "no row has this portfolio", "check the name");
        }
        return rows;
    }

    private Result commit(
            AccessScope scope,
            UserId user,
            PortfolioId portfolio,
            SecurityRegistry registry,
            List<Transaction> transactions,
            Map<Transaction, Long> lines,
            List<TransactionRow> rows,
            Options options) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<LedgerCommit> head = ledger.head(scope, portfolio);
            if (head.isPresent() && !options.allowDuplicates()) {
                refuseKnown(scope, portfolio, head.get(), lines);
            }
            LedgerCommit commit = LedgerDigest.commit(
                    portfolio, head, transactions, user, clock.instant(), "import " + options.source());
            List<LedgerEntry> entries = LedgerDigest.entries(portfolio, commit, transactions);
            if (ledger.append(scope, portfolio, commit, entries, registry.made().values())) {
                return new Result(
                        commit.hash().hex(),
                        transactions.size(),
                        List.copyOf(registry.made().keySet()),
                        warnings(registry, rows));
            }
        }
        throw new LedgerConflictException();
    }

    private void refuseKnown(
            AccessScope scope, PortfolioId portfolio, LedgerCommit head, Map<Transaction, Long> lines) {
        Problems problems = new Problems();
        LedgerFold.inOrder(ledger.entries(scope, portfolio, head.hash())).forEach(entry -> {
            Long line = lines.get(entry.transaction());
            if (line != null) {
                problems.add(
                        line,
                        "",
                        "",
                        "duplicate_row: the ledger has this transaction as entry " + entry.sequence(),
                        DUPLICATE_HINT);
            }
        });
        problems.refuseIfAny();
    }

    private static List<String> warnings(SecurityRegistry registry, List<TransactionRow> rows) {
        List<String> warnings = new ArrayList<>();
        registry.made()
                .values()
                .forEach(security -> warnings.add("security " + security.symbol() + " was unknown; it is registered in "
                        + security.currency() + " without type and sector"));
        rows.forEach(row -> row.doubt().ifPresent(warnings::add));
        return warnings;
    }

    /** Thrown when a ledger keeps changing under an import. */
    public static final class LedgerConflictException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LedgerConflictException() {
            super("the ledger was changed by somebody else at the same time");
        }
    }
}
