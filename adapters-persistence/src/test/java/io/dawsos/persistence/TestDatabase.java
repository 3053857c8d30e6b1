package io.dawsos.persistence;

import io.dawsos.persistence.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded server that all database tests of one virtual machine share. */
public final class TestDatabase {

    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** Gives the server; starts it at the first call, and it ends with the virtual machine. */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                Path home = Files.createTempDirectory("dawsos-test");
                if (!home.toFile().setExecutable(true, false)) {
                    throw new IllegalStateException("can't open " + home);
                }
                EmbeddedPostgres started = EmbeddedPostgres.start(home);
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
