package io.dawsos.application.analyst;

import io.dawsos.application.health.HealthCapabilities;
import io.dawsos.application.performance.HoldingCapabilities;
import io.dawsos.application.performance.ReturnCapabilities;
import io.dawsos.application.portfolio.ChartCapabilities;
import io.dawsos.application.portfolio.LedgerCapabilities;
import io.dawsos.application.portfolio.PerformanceCapabilities;
import io.dawsos.application.portfolio.PositionCapabilities;
import io.dawsos.application.portfolio.ValuationCapabilities;
import io.dawsos.application.risk.BenchmarkCapabilities;
import io.dawsos.application.risk.FactorCapabilities;
import io.dawsos.application.risk.RiskCapabilities;
import io.dawsos.application.tax.HarvestCapabilities;
import io.dawsos.application.tax.TaxReportCapabilities;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The agent that answers for ledger, pricing, portfolio, metrics, attribution and taxes. */
public final class FinancialAnalyst {

    private final List<Capability<?, ?>> capabilities;

    @Inject
    FinancialAnalyst(
            LedgerCapabilities ledger,
            ValuationCapabilities valuation,
            PerformanceCapabilities performance,
            ReturnCapabilities returns,
            HoldingCapabilities holdings,
            RiskCapabilities risk,
            BenchmarkCapabilities benchmarks,
            FactorCapabilities factors,
            PositionCapabilities positions,
            TaxReportCapabilities taxReports,
            HarvestCapabilities harvest,
            HealthCapabilities health,
            ChartCapabilities charts) {
        this.capabilities = Stream.of(
                        ledger.all(),
                        valuation.all(),
                        performance.all(),
                        returns.all(),
                        holdings.all(),
                        risk.all(),
                        benchmarks.all(),
                        factors.all(),
                        positions.all(),
                        taxReports.all(),
                        harvest.all(),
                        health.all(),
                        charts.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The agent with its capabilities. */
    public Agent agent() {
        return new Agent(
                new AgentName("financial_analyst"),
                "Holdings, valuation, performance, attribution and taxes of a portfolio",
                capabilities);
    }
}
