package io.dawsos.bootstrap.command;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPacks;
import java.nio.file.Files;
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
        System.out.println("Data:      " + options.path() + ", " + (free >> 20) + " MiB free"
                + (free < ENOUGH ? " (less than 1 GiB: make room)" : ""));
        try (Installation installation = options.open()) {
            System.out.println(
                    "Database:  " + (installation.get(StoreHealth.class).state().available() ? "answers" : "lost"));
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
        System.out.println("All is well.");
        return 0;
    }
}
