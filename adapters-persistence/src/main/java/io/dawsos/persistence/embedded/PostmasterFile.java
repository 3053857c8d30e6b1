package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code postmaster.pid} of a data directory: which process serves it, and whether that is ready.
 *
 * <p>The file outlives crashes, may be empty, and may name a process that is another program by now. So a process counts as the
 * server of this directory only if it is alive, no zombie, called postgres and started with this directory.
 */
final class PostmasterFile {

    private static final Logger LOG = LoggerFactory.getLogger(PostmasterFile.class);
    private static final int STATUS_LINE = 7;
    private static final long STOP_SECONDS = 30;

    private final Path data;
    private final Path file;

    PostmasterFile(Path data) {
        this.data = data;
        this.file = data.resolve("postmaster.pid");
    }

    /** Says whether the file was written by this process and tells that it takes connections. */
    boolean saysReady(long pid) {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).strip().equals("ready")
                && pid().equals(OptionalLong.of(pid));
    }

    /** Ends a server that an earlier run left behind, and removes the file if nobody serves the directory. */
    void clearLeftovers() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        OptionalLong pid = pid();
        if (pid.isPresent() && serves(pid.getAsLong())) {
            LOG.warn("stopping the database server {} that an earlier run left behind", pid.getAsLong());
            stopOrphan(pid.getAsLong());
        }
        if (Files.deleteIfExists(file)) {
            LOG.warn("removed a stale {}", file);
        }
    }

    private void stopOrphan(long pid) throws IOException {
        HostCommand.run(List.of("kill", "-INT", Long.toString(pid)), "", 5);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (serves(pid)) {
            if (System.nanoTime() > end) {
                throw new EmbeddedPostgresException("the database server " + pid + " of an earlier run on " + data
                        + " does not stop; end it by hand");
            }
            Pause.briefly();
        }
    }

    private OptionalLong pid() {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(lines.get(0).strip()));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // Not written yet, being written, or gone: none of it says that anybody serves.
            return List.of();
        }
    }

    private boolean serves(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            if (stat.charAt(stat.lastIndexOf(')') + 2) == 'Z') {
                return false;
            }
            List<String> command = Arrays.asList(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1));
            int option = command.indexOf("-D");
            return command.get(0).endsWith("postgres")
                    && option > 0
                    && option + 1 < command.size()
                    && Path.of(command.get(option + 1)).equals(data);
        } catch (IOException e) {
            return false;
        }
    }
}
