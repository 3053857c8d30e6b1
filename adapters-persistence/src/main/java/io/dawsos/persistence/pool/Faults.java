package io.dawsos.persistence.pool;

import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.execution.StoreUnavailableException.Cause;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** What an exception of the database means to a port's caller. */
final class Faults {

    private static final String CONNECTION = "08";
    private static final String OPERATOR_INTERVENTION = "57P";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String QUERY_CANCELED = "57014";

    private final StoreMonitor monitor;

    Faults(StoreMonitor monitor) {
        this.monitor = monitor;
    }

    /** Gives what to throw: a fault of the moment by its reason, a broken rule of the data without its SQL, others as they are. */
    RuntimeException translated(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailableException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                Optional<Cause> reason = reason(sql);
                if (reason.isPresent()) {
                    return new StoreUnavailableException(reason.get(), message(reason.get()), error);
                }
                return new IllegalStateException("the database refused a statement: " + sql.getSQLState(), error);
            }
        }
        if (error instanceof RuntimeException runtime && !(error instanceof JdbiException)) {
            return runtime;
        }
        return new IllegalStateException("a statement or its result was not as expected", error);
    }

    private Optional<Cause> reason(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return Optional.of(monitor.lostReason().isPresent() ? Cause.LOST : Cause.SATURATED);
        }
        String state = e.getSQLState();
        if (state == null) {
            // Not from the server: the pool is closed.
            return Optional.of(Cause.LOST);
        }
        if (e.getCause() instanceof SocketTimeoutException || state.equals(QUERY_CANCELED)) {
            return Optional.of(Cause.TIMEOUT);
        }
        boolean lost = state.startsWith(CONNECTION)
                || state.startsWith(OPERATOR_INTERVENTION)
                || state.equals(TOO_MANY_CONNECTIONS);
        return lost ? Optional.of(Cause.LOST) : Optional.empty();
    }

    private static String message(Cause reason) {
        return switch (reason) {
            case SATURATED -> "every database connection is in use";
            case LOST -> "the database can't be reached";
            case TIMEOUT -> "the database did not answer in time";
        };
    }
}
