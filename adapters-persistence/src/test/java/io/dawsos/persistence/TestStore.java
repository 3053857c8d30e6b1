package io.dawsos.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The ports over a schema of their own in the server that all tests share; they are wired as in the product. */
public final class TestStore implements AutoCloseable {

    /** Empties every table but Flyway's; the parts of the log are emptied with it, yet have triggers of their own. */
    private static final String EMPTY = """
            do $$
            declare
                tables text[];
                name text;
            begin
                select array_agg(oid::regclass) into tables from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                and relname <> 'flyway_schema_history';
                foreach name in array tables loop
                    execute 'alter table ' || name || ' disable trigger user';
                end loop;
                execute 'truncate ' || array_to_string(tables, ', ') || ' restart identity';
                foreach name in array tables loop
                    execute 'alter table ' || name || ' enable trigger user';
                end loop;
            end $$
            """;

    private final EmbeddedPostgres server;
    private final String schema;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Injector injector;

    private TestStore(EmbeddedPostgres server, String schema, DatabaseSettings settings) {
        this.server = server;
        this.schema = schema;
        this.injector = Guice.createInjector(Stage.PRODUCTION, new PersistenceModule(settings), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                bind(Clock.class).toInstance(Clock.systemUTC());
                bind(MeterRegistry.class).toInstance(meters);
            }
        });
    }

    /** Opens a store that is migrated and empty. */
    public static TestStore open() {
        return open(TestDatabase.server(), TestDatabase.server().port(), 4, Duration.ofSeconds(3));
    }

    /** Opens a store with a pool of a size and a patience, through a port behind which something may stand in between. */
    public static TestStore open(EmbeddedPostgres server, int port, int poolSize, Duration connectionTimeout) {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "create schema " + schema);
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/dawsos?currentSchema=" + schema;
        TestStore store = new TestStore(
                server,
                schema,
                new DatabaseSettings(
                        url, server.user(), server.password(), Math.min(2, poolSize), poolSize, connectionTimeout));
        store.port(StoreLifecycle.class).migrate();
        return store;
    }

    /** Gives a port. */
    public <T> T port(Class<T> type) {
        return injector.getInstance(type);
    }

    /** How many statements of a kind have passed the gateway. */
    public long statements(String kind) {
        return meters.get("dawsos.database.statements")
                .tag("kind", kind)
                .timer()
                .count();
    }

    /** How many connections have been taken from the pool. */
    public long checkouts() {
        Timer timer = meters.get("hikaricp.connections.acquire").timer();
        return timer.count();
    }

    /** Takes out all rows, as no user of the product can. */
    public void empty() {
        execute(server, "set search_path to " + schema + ";" + EMPTY);
    }

    /** Runs a statement on a connection of its own, without a scope, and gives the first column of its rows. */
    public List<String> sql(String statement) throws SQLException {
        return sql("", statement);
    }

    /** Runs a statement in the name of a scope. */
    public List<String> sql(AccessScope scope, String statement) throws SQLException {
        String setting = scope instanceof AccessScope.OfUser user
                ? user.user().value().toString()
                : "system:" + ((AccessScope.OfSystem) scope).task();
        return sql("select set_config('app.user', '" + setting + "', false)", statement);
    }

    private List<String> sql(String before, String text) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + schema + "; " + before);
            List<String> found = new ArrayList<>();
            if (statement.execute(text)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }

    /** The schema in which the store's tables are. */
    String schema() {
        return schema;
    }

    /** Opens a connection beside the pool. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closePool();
        execute(server, "drop schema " + schema + " cascade");
    }

    /** Closes the pool only, where the server is gone already. */
    void closePool() {
        port(StoreLifecycle.class).close();
    }
}
