package io.dawsos.bootstrap.command;

import io.dawsos.application.demo.LoadDemo;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.UniverseRemoval;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the HTTP API with the simulated demo market. */
@Command(name = "demo", description = "Start the server with a simulated market and a demo portfolio.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Option(
            names = "--remove",
            description = "Remove the simulated market and its portfolios, then serve without them.")
    private boolean remove;

    @Override
    public Integer call() throws Exception {
        return options.serve(installation -> {
            if (remove) {
                long rows = installation
                        .get(UniverseRemoval.class)
                        .remove(AccessScope.system("demo-removal"), Universe.SIMULATED);
                System.out.println("The simulated universe is gone: " + rows + " rows.");
            } else {
                LoadDemo.Loaded loaded = installation
                        .get(LoadDemo.class)
                        .run(installation.owner().user().id());
                System.out.println("Simulated market " + loaded.pack() + ", portfolio \"" + loaded.portfolio()
                        + "\": every number is simulated.");
            }
        });
    }
}
