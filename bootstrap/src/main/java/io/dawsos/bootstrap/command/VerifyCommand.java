package io.dawsos.bootstrap.command;

import io.dawsos.application.portfolio.VerifyLedgers;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.ledger.ChainCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Recomputes all hashes of all ledgers. */
@Command(name = "verify", description = "Recompute the hash chains of all ledgers; exits 1 if one does not hold.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Override
    public Integer call() {
        try (Installation installation = options.open()) {
            VerifyLedgers.Report report = installation.get(VerifyLedgers.class).run();
            for (ChainCheck.Fault fault : report.faults()) {
                System.out.println("Fault:     portfolio " + fault.portfolio().value() + ", commit "
                        + fault.commit().hex() + ": " + fault.reason());
            }
            System.out.println("Verified:  " + report.portfolios() + " portfolios, " + report.commits() + " commits, "
                    + report.entries() + " entries, " + report.faults().size() + " faults");
            return report.faults().isEmpty() ? 0 : 1;
        }
    }
}
