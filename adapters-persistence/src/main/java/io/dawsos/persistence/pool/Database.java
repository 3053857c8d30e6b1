package io.dawsos.persistence.pool;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import io.dawsos.domain.identity.AccessScope;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The gateway to the database: every statement of the adapters runs here, in the name of a scope if it touches owned rows, and
 * every fault of the database is translated here.
 */
public final class Database {

    private static final Duration BULK_LIMIT = Duration.ofMinutes(10);
    private static final String ENTER =
            "select set_config('app.user', :scope, true), set_config('statement_timeout', :limit, true)";

    private final Jdbi jdbi;
    private final StoreMonitor monitor;
    private final Faults faults;

    /** Builds the gateway over the pool. */
    @Inject
    Database(ConnectionPool pool, StoreMonitor monitor, MeterRegistry meters) {
        this.monitor = monitor;
        this.faults = new Faults(monitor);
        this.jdbi =
                Jdbi.create(pool.loans()).installPlugin(new PostgresPlugin()).setSqlLogger(new StatementMeter(meters));
        jdbi.configure(StatementExceptions.class, config -> config.setMessageRendering(MessageRendering.NONE));
        jdbi.configure(ColumnMappers.class, config -> config.setCoalesceNullPrimitivesToDefaults(false));
    }

    /**
     * Runs work on owned rows in one transaction of a scope.
     *
     * @throws StoreUnavailableException if the database can't be used now
     */
    public <T> T inScope(AccessScope scope, HandleCallback<T, SQLException> work) {
        return inScope(scope, Deadline.NEVER, work);
    }

    /**
     * The same for a caller who waits for so long: each statement is cancelled in the database by then.
     *
     * @throws Deadline.CancelledException if the time is over
     */
    public <T> T inScope(AccessScope scope, Deadline deadline, HandleCallback<T, SQLException> work) {
        Duration limit = limit(deadline);
        return within(
                limit,
                handle -> handle.inTransaction(transaction -> {
                    enter(transaction, scope, limit);
                    return work.withHandle(transaction);
                }));
    }

    /**
     * Runs work that moves many rows in one transaction of a scope; it may take minutes.
     *
     * @throws StoreUnavailableException if the database can't be used now
     */
    public <T> T inBulk(AccessScope scope, HandleCallback<T, SQLException> work) {
        return run(handle -> {
            // The pool gives the next caller the usual timeout again.
            Connection connection = handle.getConnection();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(BULK_LIMIT.toMillis()));
            return handle.inTransaction(transaction -> {
                enter(transaction, scope, BULK_LIMIT);
                return work.withHandle(transaction);
            });
        });
    }

    /**
     * Runs work that reads many rows in one transaction of a scope that sees the database as it is at its start.
     *
     * @throws StoreUnavailableException if the database can't be used now
     */
    public <T> T inSnapshot(AccessScope scope, HandleCallback<T, SQLException> work) {
        return run(handle -> {
            handle.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(BULK_LIMIT.toMillis()));
            return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, transaction -> {
                enter(transaction, scope, BULK_LIMIT);
                return work.withHandle(transaction);
            });
        });
    }

    /** Runs work on shared rows in one transaction. */
    public <T> T inTransaction(HandleCallback<T, SQLException> work) {
        return run(handle -> handle.inTransaction(work));
    }

    /** Runs one statement that needs no scope, or names it itself, as a transaction of its own. */
    public <T> T inOneStatement(HandleCallback<T, SQLException> work) {
        return run(work);
    }

    /**
     * The same for a caller who waits for so long: the statement is cancelled in the database by then.
     *
     * @throws Deadline.CancelledException if the time is over
     */
    public <T> T inOneStatement(Deadline deadline, HandleCallback<T, SQLException> work) {
        Duration limit = limit(deadline);
        if (limit.equals(ConnectionPool.STATEMENT_LIMIT)) {
            return run(work);
        }
        return within(
                limit,
                handle -> handle.inTransaction(transaction -> {
                    transaction.execute("set local statement_timeout = " + limit.toMillis());
                    return work.withHandle(transaction);
                }));
    }

    /** A statement that was cut off because the caller had less time than usual is no fault of the database. */
    private <T> T within(Duration limit, HandleCallback<T, SQLException> work) {
        try {
            return run(work);
        } catch (StoreUnavailableException e) {
            if (e.reason() == Cause.TIMEOUT && limit.compareTo(ConnectionPool.STATEMENT_LIMIT) < 0) {
                throw new Deadline.CancelledException("deadline");
            }
            throw e;
        }
    }

    /** What each statement may take: the usual time, or what the caller has left. */
    private static Duration limit(Deadline deadline) {
        deadline.check();
        long left = Math.max(1, deadline.remainingMillis());
        long usual = ConnectionPool.STATEMENT_LIMIT.toMillis();
        return left < usual ? Duration.ofMillis(left) : ConnectionPool.STATEMENT_LIMIT;
    }

    /** The text that names a scope in the database. */
    public static String setting(AccessScope scope) {
        if (scope instanceof AccessScope.OfUser user) {
            return user.user().value().toString();
        }
        return "system:" + ((AccessScope.OfSystem) scope).task();
    }

    /** Names the scope and the time that each statement has. */
    private static void enter(Handle transaction, AccessScope scope, Duration limit) {
        transaction
                .createQuery(ENTER)
                .bind("scope", setting(scope))
                .bind("limit", Long.toString(limit.toMillis()))
                .mapTo(String.class)
                .one();
    }

    /** @throws StoreUnavailableException if the database is lost, without asking it */
    public void requireReachable() {
        Optional<String> lost = monitor.lostReason();
        if (lost.isPresent()) {
            throw new StoreUnavailableException(Cause.LOST, lost.get());
        }
    }

    private <T> T run(HandleCallback<T, SQLException> work) {
        requireReachable();
        try (Handle handle = jdbi.open()) {
            return work.withHandle(handle);
        } catch (SQLException | RuntimeException e) {
            throw faults.translated(e);
        }
    }
}
