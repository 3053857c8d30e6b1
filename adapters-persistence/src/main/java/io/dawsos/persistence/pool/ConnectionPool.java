package io.dawsos.persistence.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The one connection pool: the only class of the program that makes database connections. It is connected when its constructor
 * returns.
 */
public final class ConnectionPool {

    /** How long a statement may run in the server; shorter than the socket's patience, so that the server speaks first. */
    static final Duration STATEMENT_LIMIT = Duration.ofSeconds(14);

    private static final String NAME = "dawsos";
    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(15);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(2);
    private static final Duration LEAK_AFTER = Duration.ofSeconds(60);

    private final HikariDataSource dataSource;
    private final Loans loans;
    private final int maximumSize;

    /** @throws StoreUnavailableException if the database can't be reached; the message has the root cause */
    @Inject
    ConnectionPool(DatabaseSettings settings, MeterRegistry meters, Resources resources) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(NAME);
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMinimumIdle(settings.minimumIdle());
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setConnectionInitSql("set statement_timeout = " + STATEMENT_LIMIT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        config.setLeakDetectionThreshold(LEAK_AFTER.toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(5).toMillis());
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        config.addDataSourceProperty("ApplicationName", NAME);
        config.addDataSourceProperty("connectTimeout", seconds(CONNECT_LIMIT));
        config.addDataSourceProperty("loginTimeout", seconds(LOGIN_LIMIT));
        config.addDataSourceProperty("socketTimeout", seconds(SOCKET_LIMIT));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // What a row holds does not belong into messages.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        this.maximumSize = settings.maximumPoolSize();
        this.dataSource = resources.open(() -> connected(config, settings));
        this.loans = new Loans(dataSource);
        resources.opened(dataSource::close);
    }

    private static HikariDataSource connected(HikariConfig config, DatabaseSettings settings) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreUnavailableException(
                    StoreUnavailableException.Cause.LOST,
                    "can't connect to " + settings + ": " + rootCause(e).getMessage(),
                    e);
        }
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static Throwable rootCause(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What the gateway lends to callers. */
    Loans loans() {
        return loans;
    }

    /** Where the monitor and the migrations take connections from. */
    DataSource dataSource() {
        return dataSource;
    }

    int maximumSize() {
        return maximumSize;
    }

    int active() {
        return pool().getActiveConnections();
    }

    int idle() {
        return pool().getIdleConnections();
    }

    int waiting() {
        return pool().getThreadsAwaitingConnection();
    }

    /** Closes idle connections now and used ones when they come back, so that none outlives a lost server. */
    void evict() {
        pool().softEvictConnections();
    }

    private HikariPoolMXBean pool() {
        return dataSource.getHikariPoolMXBean();
    }
}
