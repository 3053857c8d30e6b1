package io.dawsos.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Wires what the machine gives: the clock, identities and metrics. */
final class InfrastructureModule extends AbstractModule {
    @Override
    protected void configure() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        bind(PrometheusMeterRegistry.class).toInstance(meters);
        bind(MeterRegistry.class).toInstance(meters);
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
    }
}
