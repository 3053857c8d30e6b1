package io.dawsos.persistence;

import com.google.inject.PrivateModule;
import com.google.inject.Singleton;
import io.dawsos.application.backup.StoreArchive;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.identity.Users;
import io.dawsos.domain.imports.ImportMappings;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.pattern.PatternVersions;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.UniverseRemoval;
import io.dawsos.persistence.backup.JdbiStoreArchive;
import io.dawsos.persistence.corporateaction.JdbiCorporateEvents;
import io.dawsos.persistence.execution.JdbiContextPinning;
import io.dawsos.persistence.execution.JdbiExecutionLog;
import io.dawsos.persistence.execution.JdbiIdempotencyKeys;
import io.dawsos.persistence.execution.RecentPins;
import io.dawsos.persistence.identity.JdbiUsers;
import io.dawsos.persistence.imports.JdbiImportMappings;
import io.dawsos.persistence.ledger.JdbiLedger;
import io.dawsos.persistence.ledger.JdbiPortfolios;
import io.dawsos.persistence.pattern.JdbiPatternVersions;
import io.dawsos.persistence.pool.ConnectionPool;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.dawsos.persistence.pool.LocalWrites;
import io.dawsos.persistence.pool.Migrations;
import io.dawsos.persistence.pool.Resources;
import io.dawsos.persistence.pool.StoreMonitor;
import io.dawsos.persistence.pricing.JdbiMarketData;
import io.dawsos.persistence.pricing.JdbiPricingPacks;
import io.dawsos.persistence.pricing.JdbiSecurities;
import io.dawsos.persistence.pricing.JdbiUniverseRemoval;

/**
 * Wires the ports to PostgreSQL over the one pool. Exposes ports and {@link StoreLifecycle}; pool, gateway and Jdbi stay inside.
 * Needs bindings of {@code MeterRegistry} and {@code Clock}.
 *
 * <p>The pool opens while the injector is made. If that fails, nobody has a {@link StoreLifecycle} to close: close the module.
 */
public final class PersistenceModule extends PrivateModule implements AutoCloseable {

    private final DatabaseSettings settings;
    private final Resources resources = new Resources();

    /** Wires to the database of the settings. */
    public PersistenceModule(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Closes what an injector opened with this module; does nothing if it is closed. */
    @Override
    public void close() {
        resources.close();
    }

    @Override
    protected void configure() {
        bind(DatabaseSettings.class).toInstance(settings);
        bind(Resources.class).toInstance(resources);
        bind(ConnectionPool.class).in(Singleton.class);
        bind(StoreMonitor.class).in(Singleton.class);
        bind(Migrations.class).in(Singleton.class);
        bind(LocalWrites.class).in(Singleton.class);
        bind(RecentPins.class).in(Singleton.class);
        bind(Database.class).in(Singleton.class);
        bind(StoreLifecycle.class).in(Singleton.class);
        bind(StoreHealth.class).to(StoreMonitor.class);
        bind(JdbiUsers.class).in(Singleton.class);
        bind(Users.class).to(JdbiUsers.class);
        bind(JdbiPortfolios.class).in(Singleton.class);
        bind(Portfolios.class).to(JdbiPortfolios.class);
        bind(JdbiSecurities.class).in(Singleton.class);
        bind(Securities.class).to(JdbiSecurities.class);
        bind(JdbiLedger.class).in(Singleton.class);
        bind(Ledger.class).to(JdbiLedger.class);
        bind(JdbiMarketData.class).in(Singleton.class);
        bind(MarketData.class).to(JdbiMarketData.class);
        bind(JdbiCorporateEvents.class).in(Singleton.class);
        bind(CorporateEvents.class).to(JdbiCorporateEvents.class);
        bind(JdbiPricingPacks.class).in(Singleton.class);
        bind(PricingPacks.class).to(JdbiPricingPacks.class);
        bind(JdbiUniverseRemoval.class).in(Singleton.class);
        bind(UniverseRemoval.class).to(JdbiUniverseRemoval.class);
        bind(JdbiContextPinning.class).in(Singleton.class);
        bind(ContextPinning.class).to(JdbiContextPinning.class);
        bind(JdbiExecutionLog.class).in(Singleton.class);
        bind(ExecutionLog.class).to(JdbiExecutionLog.class);
        bind(JdbiIdempotencyKeys.class).in(Singleton.class);
        bind(IdempotencyKeys.class).to(JdbiIdempotencyKeys.class);
        bind(JdbiPatternVersions.class).in(Singleton.class);
        bind(PatternVersions.class).to(JdbiPatternVersions.class);
        bind(JdbiImportMappings.class).in(Singleton.class);
        bind(ImportMappings.class).to(JdbiImportMappings.class);
        bind(JdbiStoreArchive.class).in(Singleton.class);
        bind(StoreArchive.class).to(JdbiStoreArchive.class);
        for (Class<?> port : new Class<?>[] {
            StoreHealth.class,
            Users.class,
            Portfolios.class,
            Securities.class,
            Ledger.class,
            MarketData.class,
            CorporateEvents.class,
            PricingPacks.class,
            UniverseRemoval.class,
            ContextPinning.class,
            ExecutionLog.class,
            IdempotencyKeys.class,
            PatternVersions.class,
            ImportMappings.class,
            StoreArchive.class,
            StoreLifecycle.class
        }) {
            expose(port);
        }
    }
}
