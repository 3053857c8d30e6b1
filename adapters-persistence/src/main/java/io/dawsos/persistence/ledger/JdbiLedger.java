package io.dawsos.persistence.ledger;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Security;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.LocalWrites;
import io.dawsos.persistence.pricing.Revisions;
import io.dawsos.persistence.pricing.SecurityVersions;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Ledgers in PostgreSQL. The head moves under the row lock of its portfolio's last commit and a unique parent. */
public final class JdbiLedger implements Ledger {

    private static final String COMMITS =
            "select hash, parent, sequence, first_entry, entry_count, actor, at, note from ledger_commits"
                    + " where portfolio_id = :portfolio ";

    private final Database database;
    private final LocalWrites writes;

    @Inject
    JdbiLedger(Database database, LocalWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Optional<LedgerCommit> head(AccessScope scope, PortfolioId portfolio) {
        return database.inScope(
                scope,
                handle -> handle.createQuery(COMMITS + "order by sequence desc limit 1")
                        .bind("portfolio", portfolio.value())
                        .map(JdbiLedger::commit)
                        .findOne());
    }

    @Override
    public List<LedgerCommit> commits(AccessScope scope, PortfolioId portfolio) {
        return database.inScope(
                scope,
                handle -> handle.createQuery(COMMITS + "order by sequence")
                        .bind("portfolio", portfolio.value())
                        .map(JdbiLedger::commit)
                        .list());
    }

    @Override
    public List<LedgerEntry> entries(AccessScope scope, PortfolioId portfolio, LedgerHash head, Deadline deadline) {
        return database.inScope(
                scope,
                deadline,
                handle -> handle.createQuery("select e.* from ledger_entries e join ledger_commits c"
                                + " on c.portfolio_id = e.portfolio_id and c.hash = :head"
                                + " where e.portfolio_id = :portfolio and e.sequence < c.first_entry + c.entry_count"
                                + " order by e.sequence")
                        .bind("portfolio", portfolio.value())
                        .bind("head", head.hex())
                        .setFetchSize(10_000)
                        .map(EntryRow::read)
                        .list());
    }

    @Override
    public boolean append(
            AccessScope scope,
            PortfolioId portfolio,
            LedgerCommit commit,
            List<LedgerEntry> entries,
            Collection<Security> newSecurities) {
        return writes.counted(() -> store(scope, portfolio, commit, entries, newSecurities));
    }

    private boolean store(
            AccessScope scope,
            PortfolioId portfolio,
            LedgerCommit commit,
            List<LedgerEntry> entries,
            Collection<Security> newSecurities) {
        return database.inScope(scope, handle -> {
            // Taken before any row, so that two imports never wait for each other.
            Optional<Revisions> revisions =
                    newSecurities.isEmpty() ? Optional.empty() : Optional.of(Revisions.lock(handle));
            boolean visible = handle.createQuery("select count(*) from portfolios where id = :portfolio")
                            .bind("portfolio", portfolio.value())
                            .mapTo(Long.class)
                            .one()
                    == 1;
            if (!visible) {
                throw new PortfolioNotFoundException(portfolio);
            }
            if (!parentIsHead(handle, portfolio, commit) || insert(handle, portfolio, commit) == 0) {
                return false;
            }
            revisions.ifPresent(locked -> describe(handle, locked, scope, newSecurities));
            PreparedBatch batch = handle.prepareBatch(EntryRow.INSERT);
            for (LedgerEntry entry : entries) {
                EntryRow.bind(batch, portfolio, entry);
                batch.add();
            }
            batch.execute();
            return true;
        });
    }

    private static void describe(
            Handle handle, Revisions revisions, AccessScope scope, Collection<Security> newSecurities) {
        newSecurities.stream()
                .collect(Collectors.groupingBy(Security::universe, TreeMap::new, Collectors.toList()))
                .forEach((universe, offered) -> SecurityVersions.describe(handle, revisions, universe, scope, offered));
    }

    private static boolean parentIsHead(Handle handle, PortfolioId portfolio, LedgerCommit commit) {
        Optional<String> head = handle.createQuery("select hash from ledger_commits where portfolio_id = :portfolio"
                        + " order by sequence desc limit 1")
                .bind("portfolio", portfolio.value())
                .mapTo(String.class)
                .findOne();
        return head.equals(commit.parent().map(LedgerHash::hex));
    }

    /** Of two commits on one parent the unique constraint lets the second wait for the first, and then refuses it. */
    private static int insert(Handle handle, PortfolioId portfolio, LedgerCommit commit) {
        return handle.createUpdate("insert into ledger_commits"
                        + " (portfolio_id, sequence, hash, parent, first_entry, entry_count, actor, at, note) values"
                        + " (:portfolio, :sequence, :hash, :parent, :first, :count, :actor, :at, :note)"
                        + " on conflict do nothing")
                .bind("portfolio", portfolio.value())
                .bind("sequence", commit.sequence())
                .bind("hash", commit.hash().hex())
                .bind("parent", commit.parent().map(LedgerHash::hex).orElse(""))
                .bind("first", commit.firstEntry())
                .bind("count", commit.entryCount())
                .bind("actor", commit.actor().value())
                .bind("at", OffsetDateTime.ofInstant(commit.at(), ZoneOffset.UTC))
                .bind("note", commit.note())
                .execute();
    }

    private static LedgerCommit commit(ResultSet row, StatementContext context) throws SQLException {
        String parent = row.getString("parent");
        return new LedgerCommit(
                new LedgerHash(row.getString("hash")),
                parent.isEmpty() ? Optional.empty() : Optional.of(new LedgerHash(parent)),
                row.getLong("sequence"),
                row.getLong("first_entry"),
                row.getInt("entry_count"),
                new UserId(row.getObject("actor", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
