package io.dawsos.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.dawsos.persistence.PersistenceModule;
import io.dawsos.persistence.StoreLifecycle;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.dawsos.persistence.pool.Migrations.PowerfulRoleException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerfulRoleTest {

    @TempDir
    Path temporary;

    @Test
    void a_role_that_is_above_row_level_security_is_refused_with_the_way_to_make_it_plain() throws Exception {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        Path home = temporary.resolve("home");
        EmbeddedPostgres.start(home).close();
        assertThat(alone(home, "alter role dawsos bypassrls")).doesNotContain("ERROR");
        assertThatThrownBy(() -> migrate(home))
                .isInstanceOf(PowerfulRoleException.class)
                .hasMessageContaining("alter role \"dawsos\" nosuperuser nobypassrls");
        assertThat(alone(home, "alter role dawsos nobypassrls")).doesNotContain("ERROR");
        assertThat(migrate(home)).isPositive();
    }

    /** Runs a statement as the superuser, in a server without connections. */
    private static String alone(Path home, String statement) throws Exception {
        ServerAccount account = ServerAccount.find();
        List<String> single = new ArrayList<>(account.prefix());
        single.addAll(List.of(
                ServerBinaries.unpacked(home).resolve("bin/postgres").toString(),
                "--single",
                "-j",
                "-D",
                home.resolve("data").toString(),
                "postgres"));
        return HostCommand.run(single, statement + ";\n\n", 60);
    }

    private static int migrate(Path home) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
                PersistenceModule module = new PersistenceModule(
                        DatabaseSettings.of(server.jdbcUrl(), server.user(), server.password()))) {
            Injector injector = Guice.createInjector(module, new AbstractModule() {
                @Override
                protected void configure() {
                    bind(Clock.class).toInstance(Clock.systemUTC());
                    bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
                }
            });
            return injector.getInstance(StoreLifecycle.class).migrate();
        }
    }
}
