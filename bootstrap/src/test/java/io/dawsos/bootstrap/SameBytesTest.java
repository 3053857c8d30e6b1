package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import io.dawsos.application.demo.LoadDemo;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.application.portfolio.PortfolioViews;
import io.dawsos.application.run.Answer;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.bootstrap.wiring.ApplicationModule;
import io.dawsos.documents.DocumentsModule;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.persistence.PersistenceModule;
import io.dawsos.persistence.StoreLifecycle;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo portfolio through the ports in memory and through PostgreSQL: the same bytes, before and after a correction. */
class SameBytesTest {

    private static final UserId OWNER = new UserId(new UUID(7, 7));

    @Test
    void memory_and_database_give_the_same_bytes_and_an_old_pack_answers_as_before(@TempDir Path temporary) {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        Injector memory = injector(new InMemoryModule());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(temporary.resolve("home"))) {
            Injector database = injector(
                    new PersistenceModule(DatabaseSettings.of(server.jdbcUrl(), server.user(), server.password())));
            try (StoreLifecycle store = database.getInstance(StoreLifecycle.class)) {
                assertThat(store.migrate()).isPositive();
                String before = load(memory);
                assertThat(load(database)).isEqualTo(before);
                PackId old = packOf(database);
                String after = correct(memory);
                assertThat(correct(database)).isEqualTo(after).isNotEqualTo(before);
                assertThat(computed(ask(database, Optional.of(old)))).isEqualTo(before);
            }
        }
    }

    private static Injector injector(Module ports) {
        return Guice.createInjector(
                Stage.PRODUCTION,
                ports,
                new DocumentsModule(),
                new ApplicationModule(ExecutionSettings.standard().withoutCache(), (Executor) Runnable::run),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class)
                                .toInstance(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
                        bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
                        bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
                    }
                });
    }

    private static String load(Injector injector) {
        User owner = new User(OWNER, new EmailAddress("owner@example.org"), "unused", Role.ADMIN);
        assertThat(injector.getInstance(Users.class).add(owner)).isTrue();
        injector.getInstance(LoadDemo.class).run(OWNER);
        Answer first = ask(injector, Optional.empty());
        assertThat(ask(injector, Optional.empty()).etag()).isEqualTo(first.etag());
        return computed(first);
    }

    /** Records another close of one security on the last day, and asks again. */
    private static String correct(Injector injector) {
        PricingPack pack = injector.getInstance(PricingPacks.class)
                .newest(Universe.SIMULATED)
                .orElseThrow();
        Security security =
                io.dawsos.application.demo.DemoMarket.SECURITIES.get(0).security();
        injector.getInstance(MarketData.class)
                .record(
                        AccessScope.of(OWNER),
                        Universe.SIMULATED,
                        "correction",
                        sink -> sink.price(security.id(), pack.asOf(), new BigDecimal("123.4567")));
        assertThat(injector.getInstance(PricingPacks.class).build(Universe.SIMULATED, Optional.empty()))
                .isPresent();
        return computed(ask(injector, Optional.empty()));
    }

    private static PackId packOf(Injector injector) {
        return injector.getInstance(PricingPacks.class)
                .newest(Universe.SIMULATED)
                .orElseThrow()
                .id();
    }

    private static Answer ask(Injector injector, Optional<PackId> pack) {
        return injector.getInstance(PatternOrchestrator.class)
                .answer(
                        new ExecutionRequest(OWNER, PortfolioViews.PATTERN, Map.of(), true, pack, Optional.empty()),
                        PortfolioViews.OVERVIEW);
    }

    private static String computed(Answer answer) {
        String json = new String(answer.json(), StandardCharsets.UTF_8);
        return json.substring(0, json.indexOf("\"trace\":"));
    }
}
