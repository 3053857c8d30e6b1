package io.dawsos.persistence.pool;

import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import io.dawsos.domain.identity.AccessScope;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The gateway to the database: every statement of the adapters runs here, in a transaction that names its scope, and every fault
 * of the database is translated here.
 */
public final class Database {

    private final Jdbi jdbi;
    private final StoreMonitor monitor;

    /** Builds the gateway over the pool. */
    @Inject
    public Database(ConnectionPool pool, StoreMonitor monitor, SqlLogger logger) {
        this.monitor = monitor;
        this.jdbi = Jdbi.create(pool.dataSource()).installPlugin(new PostgresPlugin());
        jdbi.setSqlLogger(logger);
        jdbi.configure(StatementExceptions.class, config -> config.setMessageRendering(MessageRendering.NONE));
        jdbi.configure(SqlStatements.class, config -> config.setQueryTimeout(15));
    }

    /**
     * Runs work on owned rows in one transaction of a scope.
     *
     * @throws StoreUnavailableException if the database can't be used now
     */
    public <T> T inScope(AccessScope scope, HandleCallback<T, SQLException> work) {
        return run(handle -> handle.inTransaction(transaction -> {
            transaction
                    .createQuery("select set_config('app.user', :scope, true)")
                    .bind("scope", setting(scope))
                    .mapTo(String.class)
                    .one();
            return work.withHandle(transaction);
        }));
    }

    /** Runs work on shared rows in one transaction. */
    public <T> T inTransaction(HandleCallback<T, SQLException> work) {
        return run(handle -> handle.inTransaction(work));
    }

    /** Runs one reading statement on shared rows. */
    public <T> T read(HandleCallback<T, SQLException> work) {
        return run(work);
    }

    /** The text that names a scope in the database. */
    public static String setting(AccessScope scope) {
        if (scope instanceof AccessScope.OfUser user) {
            return user.user().value().toString();
        }
        return "system:" + ((AccessScope.OfSystem) scope).task();
    }

    private <T> T run(HandleCallback<T, SQLException> work) {
        Optional<String> lost = monitor.lostReason();
        if (lost.isPresent()) {
            throw new StoreUnavailableException(Cause.LOST, lost.get());
        }
        try (Handle handle = jdbi.open()) {
            return work.withHandle(handle);
        } catch (SQLException e) {
            throw translated(e);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    private RuntimeException translated(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailableException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                Optional<Cause> reason = reason(sql);
                if (reason.isPresent()) {
                    return new StoreUnavailableException(reason.get(), message(reason.get()), error);
                }
            }
        }
        return error instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("the database refused a statement", error);
    }

    private Optional<Cause> reason(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return Optional.of(monitor.lostReason().isPresent() ? Cause.LOST : Cause.SATURATED);
        }
        if (e.getCause() instanceof SocketTimeoutException) {
            return Optional.of(Cause.TIMEOUT);
        }
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
            return Optional.of(Cause.LOST);
        }
        return state.equals("57014") ? Optional.of(Cause.TIMEOUT) : Optional.empty();
    }

    private static String message(Cause reason) {
        return switch (reason) {
            case SATURATED -> "every database connection is in use";
            case LOST -> "the database can't be reached";
            case TIMEOUT -> "the database did not answer in time";
        };
    }
}
