package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.risk.RiskConventions;
import java.util.Optional;

/** The daily returns of a portfolio that risk is measured on. */
final class ReturnsInWindow {

    static final RiskConventions CONVENTIONS = RiskConventions.DAILY;

    private final PortfolioSnapshot snapshot;
    private final ReturnSample sample;

    ReturnsInWindow(PortfolioSnapshot snapshot, int window) {
        this.snapshot = snapshot;
        this.sample = ReturnSample.of(ReturnSeries.of(snapshot.valuation()).last(window));
    }

    /** @throws InvalidArgumentException if it is out of range */
    static int window(Optional<Integer> lookbackDays) {
        int days = lookbackDays.orElse(252);
        if (days < 2 || days > 10_000) {
            throw new InvalidArgumentException("lookback_days", "found " + days, "expected 2 to 10000");
        }
        return days;
    }

    ReturnSample sample() {
        return sample;
    }

    double[] values() {
        return sample.values();
    }

    /** The risk-free return of each day of a sample. */
    Figure<double[]> riskFree(ReturnSample of) {
        return of.riskFree(
                snapshot.slice().macroOf(PortfolioSnapshots.RISK_FREE_SERIES), PortfolioSnapshots.RISK_FREE_SERIES);
    }
}
