package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on a home directory that survives restarts and crashes.
 *
 * <p>The server runs as a child process, on the loopback interface only, with checksums and with every commit written to disk.
 * It dies with this process. If it dies alone it is started again on the same port, so that a pool reconnects by itself.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int RESTARTS_IN_A_ROW = 5;
    private static final long RAN_WELL_SECONDS = 60;
    private static final long RESTART_SECONDS = 60;
    private static final long RETRY_MILLIS = 500;

    private final Path home;
    private final Path binaries;
    private final ServerAccount account;
    private final Cluster cluster;
    private final InstanceLock lock;
    private final Thread keeper;
    private final int port;
    private volatile ServerProcess server;
    private volatile boolean closing;

    private EmbeddedPostgres(Path home, ServerAccount account, InstanceLock lock) throws IOException {
        this.home = home;
        this.account = account;
        this.lock = lock;
        this.binaries = ServerBinaries.unpacked(home);
        this.cluster = Cluster.open(home, binaries, account);
        CompletableFuture<ServerProcess> first = new CompletableFuture<>();
        this.keeper = new Thread(() -> keep(first), "embedded-postgres");
        keeper.setDaemon(true);
        keeper.start();
        this.server = first.join();
        this.port = server.port();
    }

    /**
     * Starts the server of a home directory, which is made if it is not there.
     *
     * @throws EmbeddedPostgresException if it can't start; the message says why and what to do
     */
    public static EmbeddedPostgres start(Path home) {
        try {
            return start(home, ServerAccount.find());
        } catch (IOException e) {
            throw new EmbeddedPostgresException("can't start the embedded database: " + e.getMessage(), e);
        }
    }

    static EmbeddedPostgres start(Path directory, ServerAccount account) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            account.requireReachable(home);
            InstanceLock lock = InstanceLock.take(home);
            try {
                return new EmbeddedPostgres(home, account, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof EmbeddedPostgresException cause) {
                throw cause;
            }
            throw new EmbeddedPostgresException("can't start the embedded database: " + e.getCause(), e);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("can't start the embedded database: " + e.getMessage(), e);
        }
    }

    /** Starts the server, and starts it again when it dies; lives as long as the server may. */
    private void keep(CompletableFuture<ServerProcess> first) {
        try {
            ServerProcess current = ServerProcess.startOnFreePort(home, binaries, cluster, account);
            first.complete(current);
            int restarts = 0;
            long startedAt = System.nanoTime();
            while (true) {
                current.awaitExit();
                if (closing) {
                    return;
                }
                boolean ranWell = System.nanoTime() - startedAt > TimeUnit.SECONDS.toNanos(RAN_WELL_SECONDS);
                restarts = ranWell ? 1 : restarts + 1;
                if (restarts > RESTARTS_IN_A_ROW) {
                    LOG.error("the database server died {} times in a row; it is not started again", restarts);
                    return;
                }
                LOG.error("the database server {} died; starting it again", current.pid());
                current = restarted(current.port());
                startedAt = System.nanoTime();
                server = current;
                if (closing) {
                    current.stop();
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            first.completeExceptionally(e);
            LOG.error("the database server is not watched any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Backends of the dead server may hold its memory for a while, and the new one refuses to start until they have gone. */
    private ServerProcess restarted(int samePort) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RESTART_SECONDS);
        while (true) {
            try {
                return ServerProcess.start(home, binaries, cluster, account, samePort);
            } catch (EmbeddedPostgresException e) {
                if (closing || System.nanoTime() > end) {
                    throw e;
                }
                LOG.warn("the database server does not start yet: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    /** Where the pool connects to, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE;
    }

    /** The role that the pool logs in as; no superuser. */
    public String user() {
        return Cluster.USER;
    }

    /** The role's password. */
    public String password() {
        return cluster.password();
    }

    /** The server's process. */
    public long pid() {
        return server.pid();
    }

    /** The port on the loopback interface. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        closing = true;
        try {
            server.stop();
            keeper.join(TimeUnit.SECONDS.toMillis(RESTART_SECONDS));
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("can't stop the embedded database: " + e.getMessage(), e);
        }
    }
}
