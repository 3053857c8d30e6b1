package io.dawsos.bootstrap.wiring;

import com.google.inject.AbstractModule;
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
import java.lang.reflect.Proxy;

/**
 * Stands where persistence is not wanted: capabilities can be described, and patterns compiled, without a store. Every call of
 * a port is refused, but to hear of the store's recovery, which never comes.
 */
final class DetachedModule extends AbstractModule {

    @Override
    protected void configure() {
        refuse(StoreHealth.class);
        refuse(Users.class);
        refuse(Portfolios.class);
        refuse(Securities.class);
        refuse(Ledger.class);
        refuse(MarketData.class);
        refuse(CorporateEvents.class);
        refuse(PricingPacks.class);
        refuse(UniverseRemoval.class);
        refuse(ContextPinning.class);
        refuse(ExecutionLog.class);
        refuse(IdempotencyKeys.class);
        refuse(PatternVersions.class);
        refuse(ImportMappings.class);
    }

    private <T> void refuse(Class<T> port) {
        bind(port)
                .toInstance(port.cast(Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                            return switch (method.getName()) {
                                case "onRecovery" -> null;
                                case "toString" -> "no " + port.getSimpleName();
                                case "hashCode" -> System.identityHashCode(proxy);
                                case "equals" -> arguments != null && proxy == arguments[0];
                                default ->
                                    throw new IllegalStateException(
                                            port.getSimpleName() + "." + method.getName() + " needs a store");
                            };
                        })));
    }
}
