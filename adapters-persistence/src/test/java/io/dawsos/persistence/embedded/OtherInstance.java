package io.dawsos.persistence.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that runs the embedded database, to be killed by a test. */
final class OtherInstance implements AutoCloseable {

    private final Process process;
    private final long serverPid;

    private OtherInstance(Process process, long serverPid) {
        this.process = process;
        this.serverPid = serverPid;
    }

    /** Starts the process and waits until its server runs and holds one committed row. */
    static OtherInstance start(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherInstance.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                return new OtherInstance(process, Long.parseLong(line.substring("server ".length())));
            }
        }
        throw new IOException("the other process did not start its server");
    }

    /** Runs in the other process. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        EmbeddedPostgresTest.execute(postgres, "create table kept (n int)", "insert into kept values (42)");
        System.out.println("server " + postgres.pid());
        Thread.currentThread().join();
    }

    long pid() {
        return process.pid();
    }

    long serverPid() {
        return serverPid;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
