package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A short command of the host system, run to its end. */
final class HostCommand {

    private static final int KILLED = 137;

    private HostCommand() {}

    /**
     * Runs a command and gives what it printed.
     *
     * @param input what it reads from standard input
     * @throws IOException if it can't be run, fails or takes too long
     */
    static String run(List<String> command, String input, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        cleanEnvironment(builder);
        Process process = builder.start();
        // Ended by then, its output ends too, so that reading it can never wait longer.
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() == KILLED) {
                throw new IOException(command.get(0) + " took longer than " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        output.isEmpty() ? command.get(0) + " ended with " + process.exitValue() : output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.get(0), e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Keeps settings of other PostgreSQL clients and loaders of this environment away from a child. */
    static void cleanEnvironment(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LD_"));
    }
}
