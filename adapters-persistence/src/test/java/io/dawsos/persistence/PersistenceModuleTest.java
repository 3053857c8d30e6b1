package io.dawsos.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PersistenceModuleTest {

    private static final class Base extends AbstractModule {
        @Override
        protected void configure() {
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
        }
    }

    private static final class Broken {
        Broken() {
            throw new IllegalStateException("can't be made");
        }
    }

    @Test
    void exposes_ports_and_keeps_the_pool_inside() {
        EmbeddedPostgres server = TestDatabase.server();
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new PersistenceModule(settings(server)), new Base());
        try (StoreLifecycle lifecycle = injector.getInstance(StoreLifecycle.class)) {
            assertThat(lifecycle).isNotNull();
            assertThat(injector.getInstance(Ledger.class)).isNotNull();
            assertThat(injector.getAllBindings().keySet().stream()
                            .map(Key::getTypeLiteral)
                            .map(Object::toString)
                            .filter(name -> name.startsWith("io.dawsos.persistence") || name.contains("DataSource")))
                    .containsExactly(StoreLifecycle.class.getName());
        }
    }

    @Test
    void closing_the_module_closes_the_pool_of_an_injector_that_failed() {
        EmbeddedPostgres server = TestDatabase.server();
        long before = poolConnections(server);
        PersistenceModule module = new PersistenceModule(settings(server));
        assertThatThrownBy(() -> Guice.createInjector(Stage.PRODUCTION, module, new Base(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Broken.class).toProvider(Broken::new).asEagerSingleton();
                    }
                }))
                .isInstanceOf(CreationException.class);
        Await.until("the pool is open", () -> poolConnections(server) > before);
        module.close();
        Await.until("its connections are gone", () -> poolConnections(server) == before);
        module.close();
    }

    @Test
    void a_database_that_is_not_there_is_named_with_the_root_cause() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/dawsos";
        PersistenceModule module = new PersistenceModule(DatabaseSettings.of(url, "someone", "secret"));
        assertThatThrownBy(() -> Guice.createInjector(Stage.PRODUCTION, module, new Base()))
                .isInstanceOfSatisfying(
                        CreationException.class,
                        e -> assertThat(e.getErrorMessages())
                                .isNotEmpty()
                                // One opening was tried, whatever the number of classes that need the pool.
                                .allSatisfy(
                                        error -> assertThat(error.getCause()).isSameAs(firstCause(e))));
        assertThatThrownBy(() -> Guice.createInjector(Stage.PRODUCTION, module, new Base()))
                .isInstanceOfSatisfying(
                        CreationException.class,
                        e -> assertThat(firstCause(e))
                                .isInstanceOf(StoreUnavailableException.class)
                                .hasMessage("can't connect to " + url + " as someone: Connection refused"));
    }

    private static Throwable firstCause(CreationException e) {
        return e.getErrorMessages().iterator().next().getCause();
    }

    private static DatabaseSettings settings(EmbeddedPostgres server) {
        return DatabaseSettings.of(server.jdbcUrl(), server.user(), server.password());
    }

    private static long poolConnections(EmbeddedPostgres server) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = 'dawsos'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
