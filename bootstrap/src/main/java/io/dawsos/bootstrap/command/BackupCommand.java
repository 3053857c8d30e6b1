package io.dawsos.bootstrap.command;

import io.dawsos.application.backup.StoreArchive;
import io.dawsos.application.backup.StoreArchive.Copied;
import io.dawsos.bootstrap.wiring.Installation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all that an installation stores to one file. */
@Command(
        name = "backup",
        description = "Write everything to one file, as it is at one moment. Who can read it can read all.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Parameters(paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("dawsos-backup.zip");

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target + " is there already; choose another name");
        }
        // Only a whole backup gets the name that was asked for.
        Path part = Files.createTempFile(
                target.getParent(),
                ".dawsos-backup",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Installation installation = options.open()) {
            Copied copied;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                copied = installation.get(StoreArchive.class).write(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            System.out.println("Backup:    " + copied.rows() + " rows of " + copied.tables() + " tables, "
                    + Files.size(target) + " bytes in " + target);
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
