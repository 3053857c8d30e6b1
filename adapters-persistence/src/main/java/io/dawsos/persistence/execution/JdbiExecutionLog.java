package io.dawsos.persistence.execution;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The log of runs in PostgreSQL. */
public final class JdbiExecutionLog implements ExecutionLog {

    private static final String INSERT =
            "insert into executions (id, user_id, pattern, pattern_hash, engine_version, inputs,"
                    + " portfolio_id, pack_id, ledger_head, outcome, result_hash, trace, started_at, duration_micros) values"
                    + " (:id, :user, :pattern, :patternHash, :engine, :inputs, :portfolio, :pack, :head, :outcome, :result, :trace,"
                    + " :startedAt, :duration)";

    private final Database database;

    @Inject
    JdbiExecutionLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AccessScope scope, List<ExecutionRecord> records) {
        database.inScope(scope, handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (ExecutionRecord run : records) {
                batch.bind("id", run.id())
                        .bind("user", run.user().value())
                        .bind("pattern", run.pattern())
                        .bind("patternHash", run.patternHash())
                        .bind("engine", run.engineVersion())
                        .bind("inputs", run.inputsJson())
                        .bindByType(
                                "portfolio",
                                run.portfolio().map(PortfolioId::value).orElse(null),
                                UUID.class)
                        .bindByType("pack", run.pack().map(PackId::value).orElse(null), String.class)
                        .bindByType(
                                "head", run.ledgerHead().map(LedgerHash::hex).orElse(null), String.class)
                        .bind("outcome", run.outcome())
                        .bind("result", run.resultHash())
                        .bind("trace", run.traceJson())
                        .bind("startedAt", OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC))
                        .bind("duration", run.durationMicros())
                        .add();
            }
            return batch.execute().length;
        });
    }

    @Override
    public Optional<ExecutionRecord> find(AccessScope scope, UUID id) {
        return database.inScope(
                scope,
                handle -> handle.createQuery("select * from executions where id = :id")
                        .bind("id", id)
                        .map(JdbiExecutionLog::execution)
                        .findOne());
    }

    private static ExecutionRecord execution(ResultSet row, StatementContext context) throws SQLException {
        return new ExecutionRecord(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("pattern"),
                row.getString("pattern_hash"),
                row.getString("engine_version"),
                row.getString("inputs"),
                Optional.ofNullable(row.getObject("portfolio_id", UUID.class)).map(PortfolioId::new),
                Optional.ofNullable(row.getString("pack_id")).map(PackId::new),
                Optional.ofNullable(row.getString("ledger_head")).map(LedgerHash::new),
                row.getString("outcome"),
                row.getString("result_hash"),
                row.getString("trace"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("duration_micros"));
    }
}
