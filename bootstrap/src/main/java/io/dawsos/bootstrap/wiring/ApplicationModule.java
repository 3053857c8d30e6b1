package io.dawsos.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.dawsos.application.analyst.FinancialAnalyst;
import io.dawsos.application.corporateaction.CorporateActionCapabilities;
import io.dawsos.application.corporateaction.DataHarvester;
import io.dawsos.application.corporateaction.EventCapabilities;
import io.dawsos.application.demo.LoadDemo;
import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.health.HealthCapabilities;
import io.dawsos.application.imports.DawsosCsv;
import io.dawsos.application.imports.ImportCorporateEvents;
import io.dawsos.application.imports.ImportMarketData;
import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportTransactions;
import io.dawsos.application.imports.StatementFormats;
import io.dawsos.application.pattern.ExecutionLimits;
import io.dawsos.application.pattern.PatternArchive;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.PatternCompiler;
import io.dawsos.application.performance.HoldingCapabilities;
import io.dawsos.application.performance.ReturnCapabilities;
import io.dawsos.application.portfolio.ChartCapabilities;
import io.dawsos.application.portfolio.CreatePortfolio;
import io.dawsos.application.portfolio.LedgerCapabilities;
import io.dawsos.application.portfolio.PackGaps;
import io.dawsos.application.portfolio.PerformanceCapabilities;
import io.dawsos.application.portfolio.PortfolioSnapshots;
import io.dawsos.application.portfolio.PortfolioViews;
import io.dawsos.application.portfolio.PositionCapabilities;
import io.dawsos.application.portfolio.UndoCommit;
import io.dawsos.application.portfolio.ValuationCapabilities;
import io.dawsos.application.portfolio.VerifyLedgers;
import io.dawsos.application.risk.BenchmarkCapabilities;
import io.dawsos.application.risk.BenchmarkSeries;
import io.dawsos.application.risk.FactorCapabilities;
import io.dawsos.application.risk.RiskCapabilities;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.application.run.Executions;
import io.dawsos.application.run.Explanations;
import io.dawsos.application.run.LiveRuns;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.application.run.Views;
import io.dawsos.application.runtime.AgentMetrics;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.tax.HarvestCapabilities;
import io.dawsos.application.tax.TaxBooks;
import io.dawsos.application.tax.TaxReportCapabilities;
import io.dawsos.domain.agent.Agent;
import java.util.Set;
import java.util.concurrent.Executor;

/** Wires the application: agents, engine and use cases. */
public final class ApplicationModule extends AbstractModule {

    private final ExecutionSettings settings;
    private final Executor executor;

    /** Wires with settings of execution, and the executor of parallel steps. */
    public ApplicationModule(ExecutionSettings settings, Executor executor) {
        this.settings = settings;
        this.executor = executor;
    }

    @Override
    protected void configure() {
        bind(ExecutionSettings.class).toInstance(settings);
        bind(ExecutionLimits.class).toInstance(settings.limits());
        bind(Executor.class).toInstance(executor);
        for (Class<?> type : new Class<?>[] {
            AgentMetrics.class,
            AgentRuntime.class,
            ChartCapabilities.class,
            CorporateActionCapabilities.class,
            CreatePortfolio.class,
            DataHarvester.class,
            EventCapabilities.class,
            ExecutionLogWriter.class,
            Executions.class,
            Explanations.class,
            FinancialAnalyst.class,
            HarvestCapabilities.class,
            HealthCapabilities.class,
            ImportCorporateEvents.class,
            ImportMarketData.class,
            ImportTransactions.class,
            DawsosCsv.class,
            ImportStatement.class,
            StatementFormats.class,
            LedgerCapabilities.class,
            LiveRuns.class,
            LoadDemo.class,
            PackGaps.class,
            PatternArchive.class,
            PatternCatalog.class,
            PatternCompiler.class,
            PatternOrchestrator.class,
            PerformanceCapabilities.class,
            PortfolioSnapshots.class,
            HoldingCapabilities.class,
            BenchmarkCapabilities.class,
            BenchmarkSeries.class,
            FactorCapabilities.class,
            RiskCapabilities.class,
            ReturnCapabilities.class,
            PositionCapabilities.class,
            TaxBooks.class,
            TaxReportCapabilities.class,
            UndoCommit.class,
            VerifyLedgers.class,
            ValuationCapabilities.class,
            Views.class
        }) {
            bind(type).in(Singleton.class);
        }
    }

    @Provides
    @Singleton
    Set<View> views() {
        return PortfolioViews.ALL;
    }

    @ProvidesIntoSet
    @Singleton
    Agent financialAnalyst(FinancialAnalyst analyst) {
        return analyst.agent();
    }

    @ProvidesIntoSet
    @Singleton
    Agent dataHarvester(DataHarvester harvester) {
        return harvester.agent();
    }
}
