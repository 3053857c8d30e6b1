package io.dawsos.bootstrap.command;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPacks;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens an installation and says how it is. */
@Command(name = "doctor", description = "Check an installation that no server uses.")
final class DoctorCommand implements Callable<Integer> {

    private static final long ENOUGH = 1L << 30;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Override
    public Integer call() throws Exception {
        System.out.println(
                "Java:      " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of heap at most");
        options.directory();
        long free = Files.getFileStore(options.path()).getUsableSpace();
        System.out.println("Data:      " + options.path() + ", " + (free >> 20) + " MiB free");
        List<String> troubles = new ArrayList<>();
        if (free < ENOUGH) {
            troubles.add("less than 1 GiB is free: make room in " + options.path());
        }
        try (Installation installation = options.open()) {
            StoreHealth.State store = installation.get(StoreHealth.class).state();
            System.out.println("Database:  " + (store.available() ? "answers" : "lost"));
            store.reason().ifPresent(reason -> troubles.add("the database is lost: " + reason));
            installation
                    .get(AgentRuntime.class)
                    .agents()
                    .forEach(agent -> System.out.println("Agent:     " + agent.name() + ", "
                            + agent.capabilities().size() + " capabilities, breaker " + agent.breaker()));
            for (Universe universe : Universe.values()) {
                System.out.println("Pack:      " + universe.label() + ": "
                        + installation
                                .get(PricingPacks.class)
                                .newest(universe)
                                .map(pack -> pack.id().value())
                                .orElse("none"));
            }
        }
        troubles.forEach(trouble -> System.out.println("Trouble:   " + trouble));
        System.out.println(troubles.isEmpty() ? "All is well." : troubles.size() + " troubles.");
        return troubles.isEmpty() ? 0 : 1;
    }
}
