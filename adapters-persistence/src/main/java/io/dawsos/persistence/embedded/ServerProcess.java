package io.dawsos.persistence.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server as a child process that dies with this one. */
final class ServerProcess {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final long READY_SECONDS = 60;
    private static final long STOP_SECONDS = 20;
    private static final int PORTS_TRIED = 3;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the server on a free port of the loopback interface; another port if that one is taken meanwhile. */
    static ServerProcess startOnFreePort(Path home, Path binaries, Cluster cluster, ServerAccount account)
            throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return start(home, binaries, cluster, account, freePort());
            } catch (EmbeddedPostgresException e) {
                if (tried == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    /**
     * Starts the server on a port. Must be called on a thread that lives as long as the server: the kernel ends the server
     * when the thread that started it ends.
     */
    static ServerProcess start(Path home, Path binaries, Cluster cluster, ServerAccount account, int port)
            throws IOException {
        PostmasterFile postmaster = new PostmasterFile(cluster.data());
        postmaster.clearLeftovers();
        Path log = home.resolve("postgres.log");
        ProcessBuilder builder = new ProcessBuilder(command(binaries, cluster, account, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        HostCommand.cleanEnvironment(builder);
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!postmaster.saysReady(process.pid())) {
            if (!process.isAlive()) {
                throw new EmbeddedPostgresException(
                        "the database server ended with " + process.exitValue() + " at start; see " + log);
            }
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new EmbeddedPostgresException(
                        "the database server was not ready within " + READY_SECONDS + " s; see " + log);
            }
            Pause.briefly();
        }
        return new ServerProcess(process, port);
    }

    private static List<String> command(Path binaries, Cluster cluster, ServerAccount account, int port) {
        List<String> command = new ArrayList<>(account.prefix());
        if (Files.isExecutable(SETPRIV)) {
            // After the change of user, which clears the setting.
            command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "INT", "--"));
        }
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=128MB",
                "max_wal_size=2GB",
                "fsync=on",
                "synchronous_commit=on",
                "logging_collector=off")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server has ended. */
    void awaitExit() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the server: sessions are broken off, data is written; after a while without even that. */
    void stop() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        try {
            HostCommand.run(List.of("kill", "-INT", Long.toString(process.pid())), "", 5);
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                HostCommand.run(List.of("kill", "-QUIT", Long.toString(process.pid())), "", 5);
                process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
