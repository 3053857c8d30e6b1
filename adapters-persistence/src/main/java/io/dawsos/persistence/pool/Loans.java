package io.dawsos.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that callers hold. A connection whose network swallows everything gives its caller no sign for as long as the
 * socket is patient; when the monitor knows of the loss, it cuts such callers off here.
 */
final class Loans implements ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Loans.class);

    private final DataSource dataSource;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();

    Loans(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        lent.add(connection);
        return connection;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        lent.remove(connection);
        connection.close();
    }

    /** Breaks every connection that is lent, so that its caller fails now. */
    void abort() {
        for (Connection connection : lent) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a connection did not break", e);
            }
        }
    }
}
