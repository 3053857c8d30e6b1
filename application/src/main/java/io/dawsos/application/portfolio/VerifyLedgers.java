package io.dawsos.application.portfolio;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.ChainCheck;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Portfolios;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Recomputes the hash chains of all ledgers of an installation. */
public final class VerifyLedgers {

    private static final AccessScope SCOPE = AccessScope.system("verify");

    private final Portfolios portfolios;
    private final Ledger ledger;

    @Inject
    VerifyLedgers(Portfolios portfolios, Ledger ledger) {
        this.portfolios = portfolios;
        this.ledger = ledger;
    }

    /**
     * What was looked at and what was wrong.
     *
     * @param faults empty if every chain is whole
     */
    public record Report(int portfolios, long commits, long entries, List<ChainCheck.Fault> faults) {}

    /** Reads every ledger whole, one after the other. */
    public Report run() {
        List<ChainCheck.Fault> faults = new ArrayList<>();
        List<Portfolio> all = portfolios.list(SCOPE);
        long commits = 0;
        long entries = 0;
        for (Portfolio portfolio : all) {
            List<LedgerCommit> chain = ledger.commits(SCOPE, portfolio.id());
            List<LedgerEntry> held = chain.isEmpty()
                    ? List.of()
                    : ledger.entries(
                            SCOPE, portfolio.id(), chain.get(chain.size() - 1).hash());
            faults.addAll(ChainCheck.faults(portfolio.id(), chain, held));
            commits += chain.size();
            entries += held.size();
        }
        return new Report(all.size(), commits, entries, List.copyOf(faults));
    }
}
