package io.dawsos.bootstrap.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the HTTP API. */
@Command(
        name = "serve",
        description = "Start the server: on the embedded database, or on that of DATABASE_URL.",
        footer = {
            "",
            "Environment: DATABASE_URL (postgresql://user:password@host:port/database),",
            "DAWSOS_OWNER_EMAIL and DAWSOS_OWNER_PASSWORD (the first owner), DAWSOS_HOST_NAMES,",
            "DAWSOS_RESULT_CACHE (on or off)."
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return options.serve(installation -> {});
    }
}
