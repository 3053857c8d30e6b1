package io.dawsos.bootstrap.command;

import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.configuration.DataDirectory;
import io.dawsos.bootstrap.wiring.Installation;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that opens an installation. */
final class InstallationOptions {

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "${sys:user.home}/.dawsos",
            description = "Where database, secrets and logs live (default: ~/.dawsos).")
    private Path data = Path.of(System.getProperty("user.home"), ".dawsos");

    /** The directory, made if it is not there; log lines go there from now on. */
    DataDirectory directory() {
        DataDirectory directory = DataDirectory.open(data.toAbsolutePath().normalize());
        System.setProperty("dawsos.logs", directory.logs().toString());
        return directory;
    }

    Path path() {
        return data.toAbsolutePath().normalize();
    }

    Configuration configuration(String host, int port) {
        directory();
        return Configuration.of(data, host, port, System.getenv());
    }

    /** Opens the installation without serving. */
    Installation open() {
        return Installation.open(configuration("127.0.0.1", 0));
    }
}
