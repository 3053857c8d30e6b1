package io.dawsos.domain.execution;

import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PackId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is to be pinned to.
 *
 * @param subject which portfolio the run is about
 * @param pack the pricing pack; if empty, the newest of the portfolio's universe
 * @param asOf the date to answer for; if given, the pack of the newest revision and this date is used, and built if need be.
 *     Not together with a pack
 */
public record PinRequest(Subject subject, Optional<PackId> pack, Optional<LocalDate> asOf) {

    /** Which portfolio a run is about. */
    public sealed interface Subject {
        /** None: the run is about the real universe at large. */
        record Nothing() implements Subject {}

        /** The caller's first portfolio. */
        record DefaultPortfolio() implements Subject {}

        /** The portfolio with this identity. */
        record OnePortfolio(PortfolioId id) implements Subject {}
    }
}
