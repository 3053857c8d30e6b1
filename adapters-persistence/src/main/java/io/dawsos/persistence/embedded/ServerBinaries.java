package io.dawsos.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the class path into a directory named after their content. */
final class ServerBinaries {

    private static final int FINGERPRINT_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private ServerBinaries() {}

    /** Gives the directory with {@code bin/postgres}; unpacks it if it is not there yet. */
    static Path unpacked(Path home) throws IOException {
        String resource = "/postgres-linux-" + architecture() + ".txz";
        URL archive = ServerBinaries.class.getResource(resource);
        if (archive == null) {
            throw unsupported();
        }
        Path directory = home.resolve("bin-" + fingerprint(archive));
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path temporary = Files.createTempDirectory(home, "bin-new");
        Files.setPosixFilePermissions(temporary, EXECUTABLE);
        unpack(archive, temporary);
        try {
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            DirectoryTree.delete(temporary);
        }
        return directory;
    }

    private static String architecture() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            throw unsupported();
        }
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw unsupported();
        };
    }

    private static EmbeddedPostgresException unsupported() {
        return new EmbeddedPostgresException("the embedded database runs on Linux on x86_64 and arm64 only; "
                + "set DATABASE_URL to a PostgreSQL server of your own");
    }

    /** Names the archive by its jar, which holds the version, and its first bytes. */
    private static String fingerprint(URL archive) throws IOException {
        String jar = archive.getPath().replaceAll(".*/([^/]+\\.jar)!.*", "$1");
        try (InputStream content = archive.openStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(jar.getBytes(StandardCharsets.UTF_8));
            digest.update(content.readNBytes(FINGERPRINT_BYTES));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive of the server names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, (entry.getMode() & 0111) != 0 ? EXECUTABLE : READABLE);
        }
    }
}
