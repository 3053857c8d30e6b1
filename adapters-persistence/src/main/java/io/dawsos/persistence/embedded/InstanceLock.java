package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The lock that lets one instance use a home at a time; the system drops it when its holder dies. */
final class InstanceLock implements AutoCloseable {

    /**
     * The homes that this JVM holds. A process loses its lock as soon as it closes any channel of the file, so a second instance in
     * one JVM must be refused before it opens one: that can only be known to the JVM as a whole.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private InstanceLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static InstanceLock take(Path directory) throws IOException {
        Path home = directory.toRealPath();
        if (!HELD.add(home)) {
            throw taken(home, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return lock(home);
        } catch (IOException | RuntimeException e) {
            HELD.remove(home);
            throw e;
        }
    }

    private static EmbeddedPostgresException taken(Path home, String holder) {
        return new EmbeddedPostgresException("another DawsOS" + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + " uses " + home + "; stop it, or choose another --data directory");
    }

    private static InstanceLock lock(Path home) throws IOException {
        Path file = home.resolve("instance.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw taken(home, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new InstanceLock(home, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(home);
    }
}
