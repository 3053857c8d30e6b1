package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.startup.StartupSequence.StartupFailedException;
import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.configuration.ConfigurationException;
import io.dawsos.bootstrap.configuration.DatabaseAddress;
import io.dawsos.bootstrap.wiring.Installation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path temporary;

    @BeforeEach
    void open_the_way_for_an_unprivileged_user() {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
    }

    private Configuration configuration(Map<String, String> environment) {
        return Configuration.of(temporary.resolve("data"), "127.0.0.1", 0, environment);
    }

    private static long poolsInThisProcess() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith(":housekeeper"))
                .count();
    }

    @Test
    void serves_over_exactly_one_pool_and_closes_everything() throws Exception {
        assertThat(poolsInThisProcess()).isZero();
        try (Installation installation = Installation.open(configuration(Map.of()))) {
            int port = installation.serve();
            assertThat(poolsInThisProcess()).isEqualTo(1);
            assertThat(installation.owner().newPassword()).isPresent();
            HttpResponse<String> ready = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> Installation.open(configuration(Map.of())))
                    .isInstanceOf(StartupFailedException.class)
                    .hasMessageContaining("stage database")
                    .hasMessageContaining("another DawsOS");
        }
        assertThat(poolsInThisProcess()).isZero();
        try (Installation again = Installation.open(configuration(Map.of()))) {
            assertThat(again.owner().newPassword()).isEmpty();
        }
    }

    @Test
    void a_port_that_is_taken_stops_the_start_and_closes_everything() throws Exception {
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Configuration configuration =
                    Configuration.of(temporary.resolve("data"), "127.0.0.1", taken.getLocalPort(), Map.of());
            Installation installation = Installation.open(configuration);
            assertThatThrownBy(installation::serve)
                    .isInstanceOf(StartupFailedException.class)
                    .hasMessageContaining("stage HTTP: can't listen on 127.0.0.1 port " + taken.getLocalPort());
        }
        assertThat(poolsInThisProcess()).isZero();
    }

    @Test
    void a_database_that_can_not_be_reached_stops_the_start_with_one_line() {
        Map<String, String> nowhere = Map.of("DATABASE_URL", "postgresql://user:secret@127.0.0.1:1/nothing");
        assertThatThrownBy(() -> Installation.open(configuration(nowhere)))
                .isInstanceOf(StartupFailedException.class)
                .hasMessageStartingWith("start failed at stage database: can't connect to")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
        assertThat(poolsInThisProcess()).isZero();
    }

    @Test
    void every_wrong_setting_is_named_at_once() {
        assertThatThrownBy(() -> Configuration.of(
                        temporary,
                        "127.0.0.1",
                        70_000,
                        Map.of(
                                "DATABASE_URL", "mysql://x",
                                "DAWSOS_OWNER_EMAIL", "nobody",
                                "DAWSOS_OWNER_PASSWORD", "short",
                                "DAWSOS_RESULT_CACHE", "maybe")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--port")
                .hasMessageContaining("DATABASE_URL")
                .hasMessageContaining("DAWSOS_OWNER_EMAIL")
                .hasMessageContaining("DAWSOS_OWNER_PASSWORD")
                .hasMessageContaining("DAWSOS_RESULT_CACHE")
                .hasMessageNotContaining("short\"");
    }

    @Test
    void a_database_address_is_read_in_its_usual_forms() {
        DatabaseAddress expected =
                new DatabaseAddress("jdbc:postgresql://db:5433/dawsos?sslmode=require", "ada", "p@ss+word");
        assertThat(DatabaseAddress.parse("postgresql://ada:p%40ss+word@db:5433/dawsos?sslmode=require"))
                .isEqualTo(expected);
        assertThat(DatabaseAddress.parse(
                        "jdbc:postgresql://db:5433/dawsos?user=ada&sslmode=require&password=p%40ss%2Bword"))
                .isEqualTo(expected);
        assertThat(expected.toString()).doesNotContain("p@ss");
    }
}
