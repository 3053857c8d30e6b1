package io.dawsos.bootstrap.command;

import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.wiring.Installation;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that serves, and serving itself. */
final class ServeOptions {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "5000",
            description = "The port to listen on (default: ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port = Configuration.DEFAULT_PORT;

    /** Serves until the process is told to end. */
    int serve(Consumer<Installation> beforeServing) throws InterruptedException {
        Configuration configuration = installation.configuration(host, port);
        Installation opened = Installation.open(configuration);
        Thread closing = new Thread(opened::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(closing);
        beforeServing.accept(opened);
        int listening = opened.serve();
        System.out.println("DawsOS listens on http://" + host + ":" + listening);
        System.out.println("Owner: " + opened.owner().user().email().value()
                + opened.owner()
                        .newPassword()
                        .map(password -> ", one-time password: " + password)
                        .orElse(""));
        System.out.println("Ctrl-C stops it.");
        Thread.currentThread().join();
        return 0;
    }
}
