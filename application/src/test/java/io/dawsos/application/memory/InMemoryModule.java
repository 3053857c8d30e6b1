package io.dawsos.application.memory;

import com.google.inject.PrivateModule;
import com.google.inject.Singleton;
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
import java.util.Map;

/** The ports in memory: stands where the persistence module stands. */
public final class InMemoryModule extends PrivateModule {
    @Override
    protected void configure() {
        bind(MemoryStore.class).in(Singleton.class);
        bindPort(CorporateEvents.class, MemoryCorporateEvents.class);
        bindPort(IdempotencyKeys.class, MemoryIdempotencyKeys.class);
        bindPort(ImportMappings.class, MemoryImportMappings.class);
        bindPort(PatternVersions.class, MemoryPatternVersions.class);
        Map.<Class<?>, Class<?>>of(
                        Users.class, MemoryUsers.class,
                        Portfolios.class, MemoryPortfolios.class,
                        Ledger.class, MemoryLedger.class,
                        Securities.class, MemorySecurities.class,
                        MarketData.class, MemoryMarketData.class,
                        PricingPacks.class, MemoryPricingPacks.class,
                        ContextPinning.class, MemoryContextPinning.class,
                        ExecutionLog.class, MemoryExecutionLog.class,
                        StoreHealth.class, MemoryStoreHealth.class)
                .forEach(this::bindPort);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void bindPort(Class port, Class implementation) {
        bind(implementation).in(Singleton.class);
        bind(port).to(implementation);
        expose(port);
    }
}
