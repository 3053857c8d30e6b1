package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names where the results over a snapshot come from. */
public final class Sources {

    private Sources() {}

    /** Names ledger and pack, and the risk-free series if it was used. */
    public static Provenance of(PortfolioSnapshot snapshot, String method, boolean riskFree) {
        List<String> sources = new ArrayList<>(
                List.of("ledger", "pack:" + snapshot.slice().pack().id().value()));
        if (riskFree) {
            sources.add("fred:" + PortfolioSnapshots.RISK_FREE_SERIES);
        }
        return new Provenance(sources, Optional.of(snapshot.asOf()), method, 1, snapshot.simulated());
    }
}
