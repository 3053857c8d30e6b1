package io.dawsos.application.imports;

import io.dawsos.application.imports.ImportTransactions.LedgerConflictException;
import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.imports.ImportMappings;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a statement of any known format into a ledger as one commit, or says beforehand what that would do. */
public final class ImportStatement {

    private static final int ATTEMPTS = 3;

    private final StatementFormats formats;
    private final ImportMappings mappings;
    private final Portfolios portfolios;
    private final Ledger ledger;
    private final Securities securities;
    private final PricingPacks packs;
    private final Clock clock;
    private final Supplier<UUID> identities;

    @Inject
    ImportStatement(
            StatementFormats formats,
            ImportMappings mappings,
            Portfolios portfolios,
            Ledger ledger,
            Securities securities,
            PricingPacks packs,
            Clock clock,
            Supplier<UUID> identities) {
        this.formats = formats;
        this.mappings = mappings;
        this.portfolios = portfolios;
        this.ledger = ledger;
        this.securities = securities;
        this.packs = packs;
        this.clock = clock;
        this.identities = identities;
    }

    /** What becomes of rows about which somebody has to decide. */
    public enum Undecided {
        REFUSE,
        TAKE,
        SKIP
    }

    /**
     * How to import.
     *
     * @param format the name of the format; empty to find it out
     * @param mapping counts over what the user had remembered
     * @param skipRefused whether rows that can't be taken are left out, rather than the whole file
     */
    public record Options(Optional<String> format, ImportMapping mapping, Undecided undecided, boolean skipRefused) {

        /** Finds the format out and takes all or nothing. */
        public static final Options STRICT = new Options(Optional.empty(), ImportMapping.NONE, Undecided.REFUSE, false);
    }

    /**
     * What became of a statement.
     *
     * @param format the name of its format
     * @param commit the hash of the head; empty if the ledger was and stays empty
     * @param entries how many entries were added; 0 if the ledger had all of it
     * @param counts rows by status as they were judged
     * @param newSecurities symbols that were unknown and are registered now
     * @param warnings what the owner should look at
     */
    public record Result(
            String format,
            Optional<String> commit,
            int entries,
            Map<Status, Long> counts,
            List<String> newSecurities,
            List<String> warnings) {}

    private record Judgement(StatementReader reader, StatementJudge judge, SecurityRegistry registry) {}

    /**
     * Says what an import would do; nothing is stored.
     *
     * @param most how many rows the answer may list
     * @throws ImportRefusedException if the file can't be read at all
     * @throws PortfolioNotFoundException if the user can't see the portfolio
     */
    public StatementPreview preview(
            UserId user, PortfolioId portfolioId, StatementFile file, Options options, int most) {
        AccessScope scope = AccessScope.of(user);
        Portfolio portfolio = portfolio(scope, portfolioId);
        Judgement judgement = judge(user, portfolio, file, options);
        StatementJudge judge = judgement.judge();
        List<JudgedRow> rows = new LedgerComparison(counting(scope, portfolioId)).mark(judge.rows());
        return new StatementPreview(
                judgement.reader().format(),
                judgement.reader().title(),
                judge.settings(),
                judge.columns(),
                judge.securities().all(),
                counts(rows),
                rows.stream().limit(most).map(JudgedRow::preview).toList(),
                rows.size(),
                judge.doubts());
    }

    /**
     * Imports a statement: rows that the ledger has are left out, so that the same file again adds nothing.
     *
     * @throws ImportRefusedException if a row is wrong or needs a decision, and the options do not let it be left out
     * @throws PortfolioNotFoundException if the user can't see the portfolio
     * @throws LedgerConflictException if others keep changing the ledger meanwhile
     */
    public Result run(UserId user, PortfolioId portfolioId, StatementFile file, Options options) {
        AccessScope scope = AccessScope.of(user);
        Portfolio portfolio = portfolio(scope, portfolioId);
        Judgement judgement = judge(user, portfolio, file, options);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<LedgerCommit> head = ledger.head(scope, portfolioId);
            List<JudgedRow> rows = new LedgerComparison(counting(scope, portfolioId, head))
                    .mark(judgement.judge().rows());
            refuse(rows, options);
            List<Transaction> taken = taken(rows, options);
            if (taken.isEmpty()) {
                return result(judgement, head.map(LedgerCommit::hash), 0, rows, List.of());
            }
            List<Security> made = made(judgement.registry(), taken);
            String note =
                    "import " + (file.name().isEmpty() ? judgement.reader().format() : file.name());
            LedgerCommit commit = LedgerDigest.commit(portfolioId, head, taken, user, clock.instant(), note);
            List<LedgerEntry> entries = LedgerDigest.entries(portfolioId, commit, taken);
            if (ledger.append(scope, portfolioId, commit, entries, made)) {
                if (!made.isEmpty()) {
                    // The packs before it do not know them.
                    packs.build(portfolio.universe(), Optional.empty());
                }
                return result(judgement, Optional.of(commit.hash()), taken.size(), rows, made);
            }
        }
        throw new LedgerConflictException();
    }

    /** Remembers what a user says about a format for later files; gives all that counts then. */
    public ImportMapping remember(UserId user, String format, ImportMapping said) {
        mappings.remember(user, format, said);
        return mappings.find(user, format);
    }

    /** What a user said about a format. */
    public ImportMapping remembered(UserId user, String format) {
        return mappings.find(user, format);
    }

    private Portfolio portfolio(AccessScope scope, PortfolioId id) {
        return portfolios.find(scope, id).orElseThrow(() -> new PortfolioNotFoundException(id));
    }

    private Judgement judge(UserId user, Portfolio portfolio, StatementFile file, Options options) {
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        try {
            StatementReader reader = options.format().isPresent()
                    ? formats.named(options.format().get())
                            .orElseThrow(() -> new UnreadableStatementException(
                                    1,
                                    "unknown format " + options.format().get(),
                                    "leave the format out, or name one that is listed"))
                    : formats.of(file);
            ImportMapping mapping = mappings.find(user, reader.format()).with(options.mapping());
            SecurityRegistry registry = new SecurityRegistry(securities, portfolio.universe(), identities);
            StatementJudge judge = new StatementJudge(mapping, registry, latest);
            reader.read(file, mapping, judge);
            if (judge.rows().isEmpty()) {
                throw new UnreadableStatementException(1, "the file has no rows", "check that it is the right file");
            }
            return new Judgement(reader, judge, registry);
        } catch (UnreadableStatementException e) {
            throw new ImportRefusedException(List.of(e.problem()), 1);
        }
    }

    private List<LedgerEntry> counting(AccessScope scope, PortfolioId portfolio) {
        return counting(scope, portfolio, ledger.head(scope, portfolio));
    }

    private List<LedgerEntry> counting(AccessScope scope, PortfolioId portfolio, Optional<LedgerCommit> head) {
        return head.map(commit -> LedgerFold.inOrder(ledger.entries(scope, portfolio, commit.hash())))
                .orElse(List.of());
    }

    private static void refuse(List<JudgedRow> rows, Options options) {
        Problems problems = new Problems();
        for (JudgedRow row : rows) {
            if (row.status() == Status.REFUSED && !options.skipRefused()) {
                row.problems().forEach(problems::add);
            }
            if (row.status() == Status.NEEDS_DECISION && options.undecided() == Undecided.REFUSE) {
                problems.add(
                        row.source().line(), "", "", "needs_decision: " + row.reason(), "take it, skip it or map it");
            }
        }
        problems.refuseIfAny();
    }

    private static List<Transaction> taken(List<JudgedRow> rows, Options options) {
        List<Transaction> taken = new ArrayList<>();
        for (JudgedRow row : StatementOrder.of(rows)) {
            boolean takenAnyway = row.status() == Status.NEEDS_DECISION && options.undecided() == Undecided.TAKE;
            boolean wanted = row.status() == Status.NEW || takenAnyway;
            if (wanted) {
                row.transaction().ifPresent(taken::add);
            }
        }
        return taken;
    }

    /** The new securities that the taken rows are about, and no other. */
    private static List<Security> made(SecurityRegistry registry, List<Transaction> taken) {
        Map<SecurityId, Security> made = new HashMap<>();
        registry.made().values().forEach(security -> made.put(security.id(), security));
        return taken.stream()
                .flatMap(transaction -> transaction.securities().stream())
                .distinct()
                .map(made::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<Status, Long> counts(List<JudgedRow> rows) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        rows.forEach(row -> counts.merge(row.status(), 1L, Long::sum));
        return counts;
    }

    private static Result result(
            Judgement judgement, Optional<LedgerHash> head, int entries, List<JudgedRow> rows, List<Security> made) {
        List<String> warnings = new ArrayList<>();
        made.forEach(security -> warnings.add("security " + security.symbol() + " was unknown; it is registered in "
                + security.currency() + " as " + security.type().name().toLowerCase(Locale.ROOT)));
        warnings.addAll(judgement.judge().doubts());
        return new Result(
                judgement.reader().format(),
                head.map(LedgerHash::hex),
                entries,
                counts(rows),
                made.stream().map(Security::symbol).toList(),
                warnings);
    }
}
