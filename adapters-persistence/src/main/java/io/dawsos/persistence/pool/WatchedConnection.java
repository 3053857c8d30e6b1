package io.dawsos.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pooled connection that the monitor keeps for itself; used by its thread alone. */
final class WatchedConnection {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedConnection.class);
    private static final int NETWORK_TIMEOUT_MILLIS = 1000;
    private static final int LOOKS_BEFORE_RENEWAL = 80;

    private final ConnectionPool pool;
    private volatile @Nullable Connection connection;
    private int looks;

    WatchedConnection(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Whether a connection is held now. */
    boolean isHeld() {
        return connection != null;
    }

    /**
     * Asks the database for a sign of life; takes a connection first if none is held.
     *
     * @throws SQLException if there is none within a second, or no connection within the pool's time
     */
    void check() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = borrow();
        } else if (++looks > LOOKS_BEFORE_RENEWAL && pool.idle() > 0) {
            current = renewed(current);
        }
        try (var statement = current.createStatement();
                var rows = statement.executeQuery("select 1")) {
            if (!rows.next()) {
                throw new SQLException("the database gave no answer");
            }
        }
    }

    private Connection borrow() throws SQLException {
        Connection fresh = pool.dataSource().getConnection();
        fresh.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        connection = fresh;
        looks = 0;
        return fresh;
    }

    /** Held for long, a connection outlives its time and looks like a leak. The new one comes first: the place is never lost. */
    private Connection renewed(Connection old) throws SQLException {
        Connection fresh = borrow();
        old.close();
        return fresh;
    }

    /** Gives the connection back. */
    void release() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                LOG.debug("a connection did not close", e);
            }
        }
    }

    /** Breaks the connection off without waiting for anything. */
    void drop() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
                broken.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection did not close", e);
            }
        }
    }
}
