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
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The log of runs in PostgreSQL. */
public final class JdbiExecutionLog implements ExecutionLog {

    /** Names its scope itself: one statement, one round trip, whatever the number of runs. */
    private static final String INSERT =
            "insert into executions (id, user_id, pattern, pattern_hash, engine_version, view, inputs, portfolio_id, pack_id,"
                    + " ledger_head, outcome, result_hash, trace, started_at, duration_micros)"
                    + " select r.* from (select set_config('app.user', :scope, true) scope) s, unnest(:ids, :users,"
                    + " :patterns, :patternHashes, :engines, :views, :inputs, :portfolios, :packs, :heads, :outcomes, :results,"
                    + " :traces, :startedAts, :durations) r where s.scope is not null";

    private final Database database;

    @Inject
    JdbiExecutionLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AccessScope scope, List<ExecutionRecord> records) {
        if (!(scope instanceof AccessScope.OfSystem)) {
            throw new IllegalArgumentException("only the system writes the log of runs");
        }
        if (records.isEmpty()) {
            return;
        }
        database.inOneStatement(handle -> {
            Columns columns = new Columns(handle.createUpdate(INSERT).bind("scope", Database.setting(scope)), records);
            return columns.of("ids", UUID.class, ExecutionRecord::id)
                    .of("users", UUID.class, run -> run.user().value())
                    .of("patterns", String.class, ExecutionRecord::pattern)
                    .of("patternHashes", String.class, ExecutionRecord::patternHash)
                    .of("engines", String.class, ExecutionRecord::engineVersion)
                    .of("views", String.class, ExecutionRecord::view)
                    .of("inputs", String.class, ExecutionRecord::inputsJson)
                    .ofOptional("portfolios", UUID.class, run -> run.portfolio().map(PortfolioId::value))
                    .ofOptional("packs", String.class, run -> run.pack().map(PackId::value))
                    .ofOptional("heads", String.class, run -> run.ledgerHead().map(LedgerHash::hex))
                    .of("outcomes", String.class, ExecutionRecord::outcome)
                    .of("results", String.class, ExecutionRecord::resultHash)
                    .of("traces", String.class, ExecutionRecord::traceJson)
                    .of(
                            "startedAts",
                            OffsetDateTime.class,
                            run -> OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC))
                    .of("durations", Long.class, ExecutionRecord::durationMicros)
                    .execute();
        });
    }

    /** Binds one array for each column. */
    private record Columns(Update insert, List<ExecutionRecord> runs) {

        <T> Columns of(String name, Class<T> type, Function<ExecutionRecord, T> value) {
            return ofOptional(name, type, run -> Optional.of(value.apply(run)));
        }

        <T> Columns ofOptional(String name, Class<T> type, Function<ExecutionRecord, Optional<T>> value) {
            insert.bindArray(
                    name,
                    type,
                    runs.stream().map(run -> value.apply(run).orElse(null)).toArray());
            return this;
        }

        int execute() {
            return insert.execute();
        }
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

    @Override
    public List<ExecutionRecord> page(AccessScope scope, Filter filter, Optional<Position> before, int limit) {
        return database.inScope(
                scope,
                handle -> handle.createQuery(
                                "select * from executions where (cast(:pattern as text) is null or pattern = :pattern)"
                                        + " and (cast(:outcome as text) is null or outcome = :outcome)"
                                        + " and (cast(:portfolio as uuid) is null or portfolio_id = cast(:portfolio as uuid))"
                                        + " and (cast(:at as timestamptz) is null or (started_at, id) < (cast(:at as timestamptz), cast(:id as uuid)))"
                                        + " order by started_at desc, id desc limit :limit")
                        .bind("pattern", filter.pattern().orElse(null))
                        .bind("outcome", filter.outcome().orElse(null))
                        .bindByType(
                                "portfolio",
                                filter.portfolio().map(PortfolioId::value).orElse(null),
                                UUID.class)
                        .bindByType(
                                "at",
                                before.map(at -> OffsetDateTime.ofInstant(at.startedAt(), ZoneOffset.UTC))
                                        .orElse(null),
                                OffsetDateTime.class)
                        .bindByType("id", before.map(Position::id).orElse(null), UUID.class)
                        .bind("limit", limit)
                        .map(JdbiExecutionLog::execution)
                        .list());
    }

    private static ExecutionRecord execution(ResultSet row, StatementContext context) throws SQLException {
        return new ExecutionRecord(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("pattern"),
                row.getString("pattern_hash"),
                row.getString("engine_version"),
                row.getString("view"),
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
