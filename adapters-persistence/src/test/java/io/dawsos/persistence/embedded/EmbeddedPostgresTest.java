package io.dawsos.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void open_the_way_for_an_unprivileged_user() {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        home = temporary.resolve("home");
    }

    @Test
    void keeps_data_over_a_clean_restart_and_runs_durably_without_a_superuser() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            execute(postgres, "create table kept (n int)", "insert into kept values (42)");
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(query(postgres, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        assertKept();
    }

    @Test
    void refuses_a_second_instance_on_the_same_home() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            assertThat(first.pid()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(
                            "another DawsOS (process " + ProcessHandle.current().pid() + ")");
            assertThat(isLockedForOthers()).isTrue();
        }
        assertThat(isLockedForOthers()).isFalse();
    }

    /** Asks as another process, since a process never waits for its own lock. */
    private boolean isLockedForOthers() {
        String lock = home.resolve("instance.lock").toString();
        try {
            Process probe = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockProbe.class.getName(),
                            lock)
                    .start();
            return probe.waitFor() == 1;
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void starts_the_server_again_on_the_same_port_when_it_is_killed_alone() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            execute(postgres, "create table kept (n int)", "insert into kept values (42)");
            long killed = postgres.pid();
            kill(killed);
            awaitUntil(() -> postgres.pid() != killed && answers(postgres));
            assertThat(query(postgres, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void starts_over_an_empty_pid_file() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(home.resolve("data/postmaster.pid"), "");
        assertStarts();
    }

    @Test
    void starts_over_a_pid_file_that_names_an_unrelated_process_and_leaves_that_alone() throws Exception {
        EmbeddedPostgres.start(home).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(home.resolve("data/postmaster.pid"), stranger.pid() + "\n" + home.resolve("data") + "\n");
            assertStarts();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refuses_data_of_another_major_version() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(home.resolve("data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("made by PostgreSQL 12")
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void dies_with_the_process_that_started_it_and_keeps_what_was_committed() throws Exception {
        try (OtherInstance other = OtherInstance.start(home)) {
            long server = other.serverPid();
            kill(other.pid());
            awaitUntil(() -> !isAlive(server) && !isAlive(other.pid()));
        }
        assertKept();
    }

    @Test
    void recovers_when_server_and_program_are_killed_together() throws Exception {
        try (OtherInstance other = OtherInstance.start(home)) {
            long server = other.serverPid();
            kill(server);
            kill(other.pid());
            awaitUntil(() -> !isAlive(server) && !isAlive(other.pid()));
        }
        assertKept();
    }

    @Test
    void runs_as_the_unprivileged_user_where_namespaces_are_forbidden() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root needs another user");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, ServerAccount.unprivileged())) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void says_which_folder_the_unprivileged_user_can_not_reach() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root needs another user");
        assertThat(temporary.toFile().setExecutable(false, false)
                        && temporary.toFile().setExecutable(true, true))
                .isTrue();
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, ServerAccount.unprivileged()))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("can't reach " + temporary);
    }

    private void assertStarts() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    private void assertKept() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(query(postgres, "select n from kept")).isEqualTo("42");
        }
    }

    static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try {
            return query(postgres, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void kill(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-KILL", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** A zombie, which nobody may ever reap in a container, does not count as alive. */
    private static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void awaitUntil(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 60 s").isLessThan(end);
            Pause.briefly();
        }
    }
}
