package io.dawsos.application.health;

import io.dawsos.application.portfolio.PackGaps;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Capabilities about the quality of data. */
public final class HealthCapabilities {

    private static final int LONGEST = 3650;

    private final PortfolioSnapshots snapshots;

    @Inject
    HealthCapabilities(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Arguments of {@code portfolio.health}. */
    public record HealthArguments(
            UUID portfolioId,

            @Describe("Days after which a price is old, 0 to 3650; 5 if null.")
            Optional<Integer> staleAfterDays) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(Capability.pure(
                "portfolio.health",
                "What is amiss in a portfolio's data, and what would mend it",
                HealthArguments.class,
                PortfolioHealth.class,
                this::health));
    }

    private Outcome<PortfolioHealth> health(RequestContext context, HealthArguments arguments) {
        int days = arguments.staleAfterDays().orElse(PackGaps.DAYS);
        if (days < 0 || days > LONGEST) {
            throw new InvalidArgumentException("stale_after_days", "found " + days, "expected 0 to " + LONGEST);
        }
        Figure<PortfolioSnapshot> found = snapshots.of(context, arguments.portfolioId());
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        PortfolioSnapshot snapshot = found.asOptional().orElseThrow();
        List<PortfolioHealth.Finding> findings = new HealthCheck(snapshot, days).findings();
        return Outcome.available(
                new PortfolioHealth(
                        snapshot.portfolio().id().value(),
                        snapshot.asOf(),
                        findings.isEmpty(),
                        findings,
                        findings.size()),
                Sources.of(snapshot, "prices older than " + days + " days are stale", false));
    }
}
