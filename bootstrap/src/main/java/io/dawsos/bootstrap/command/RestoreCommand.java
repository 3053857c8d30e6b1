package io.dawsos.bootstrap.command;

import io.dawsos.application.backup.StoreArchive;
import io.dawsos.application.backup.StoreArchive.Copied;
import io.dawsos.application.portfolio.VerifyLedgers;
import io.dawsos.bootstrap.wiring.Installation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fills an empty installation from a backup. */
@Command(
        name = "restore",
        description = "Fill an empty data directory or database from a backup, and verify its ledgers.")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    private Path file = Path.of("dawsos-backup.zip");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file + " is not there, or you may not read it");
        }
        try (Installation installation = options.open();
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Copied copied = installation.get(StoreArchive.class).restore(in);
            VerifyLedgers.Report report = installation.get(VerifyLedgers.class).run();
            System.out.println("Restored:  " + copied.rows() + " rows of " + copied.tables() + " tables; "
                    + report.portfolios() + " portfolios, " + report.commits() + " commits, "
                    + report.faults().size() + " faults");
            return report.faults().isEmpty() ? 0 : 1;
        }
    }
}
