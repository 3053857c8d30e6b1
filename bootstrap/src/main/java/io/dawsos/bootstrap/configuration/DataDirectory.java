package io.dawsos.bootstrap.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The directory that holds all state of one installation: the embedded database, secrets and logs. */
public final class DataDirectory {

    private static final int SECRET_BYTES = 32;

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /**
     * Opens the directory; makes it if it is not there.
     *
     * @throws ConfigurationException if it can't be made or written
     */
    public static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root.resolve("logs"));
        } catch (IOException e) {
            throw new ConfigurationException(
                    java.util.List.of("--data: can't write to " + root + " (" + e.getMessage() + ")"));
        }
        return new DataDirectory(root);
    }

    /** The home of the embedded database. */
    public Path database() {
        return root.resolve("postgres");
    }

    /** Where log files go. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The key that login tokens are signed with: made at the first call, readable by the owner of the directory only. */
    public byte[] tokenKey() {
        Path file = root.resolve("token.key");
        try {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(fresh));
                return fresh;
            } catch (FileAlreadyExistsException e) {
                return HexFormat.of().parseHex(Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read or make " + file, e);
        }
    }
}
