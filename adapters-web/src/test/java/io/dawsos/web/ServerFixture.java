package io.dawsos.web;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.dawsos.application.analyst.FinancialAnalyst;
import io.dawsos.application.corporateaction.CorporateActionCapabilities;
import io.dawsos.application.corporateaction.DataHarvester;
import io.dawsos.application.corporateaction.EventCapabilities;
import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.health.HealthCapabilities;
import io.dawsos.application.identity.Login;
import io.dawsos.application.identity.OwnerAccount;
import io.dawsos.application.imports.DawsosCsv;
import io.dawsos.application.imports.ImportCorporateEvents;
import io.dawsos.application.imports.ImportMarketData;
import io.dawsos.application.imports.ImportStatement;
import io.dawsos.application.imports.ImportTransactions;
import io.dawsos.application.imports.StatementFormats;
import io.dawsos.application.imports.StatementReader;
import io.dawsos.application.imports.TableReader;
import io.dawsos.application.memory.InMemoryModule;
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
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.startup.StartupSequence;
import io.dawsos.application.tax.HarvestCapabilities;
import io.dawsos.application.tax.TaxBooks;
import io.dawsos.application.tax.TaxReportCapabilities;
import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.PasswordHashing;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.dawsos.web.authentication.Argon2Passwords;
import io.dawsos.web.http.WebServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A real server on a free port, over the ports in memory, with an owner and another user. */
final class ServerFixture implements AutoCloseable {

    static final String OWNER = "owner@example.org";
    static final String OTHER = "other@example.org";
    static final String PASSWORD = "a-long-enough-password";

    private final Injector injector = Guice.createInjector(
            new InMemoryModule(),
            new Application(),
            new WebModule(new WebSettings("127.0.0.1", 0, new byte[32], List.of(), "test")));
    private final WebServer server = injector.getInstance(WebServer.class).start();
    private final HttpClient http = HttpClient.newHttpClient();

    ServerFixture() {
        injector.getInstance(OwnerAccount.class).findOrCreate(new EmailAddress(OWNER), Optional.of(PASSWORD));
        injector.getInstance(Users.class)
                .add(new User(
                        new UserId(UUID.randomUUID()),
                        new EmailAddress(OTHER),
                        injector.getInstance(PasswordHashing.class).hash(PASSWORD),
                        Role.USER));
    }

    /** The simplest reader of tables that the server's tests need: commas, no quotes. */
    private static final class PlainCommas implements TableReader {
        @Override
        public void read(InputStream content, Consumer<List<String>> header, Consumer<Row> rows) {
            try {
                List<String> lines = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                header.accept(List.of(lines.get(0).split(",", -1)));
                for (int i = 1; i < lines.size(); i++) {
                    rows.accept(new Row(i + 1, List.of(lines.get(i).split(",", -1))));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    record Added(int number) {}

    record Count(int count) {}

    private static final class Application extends AbstractModule {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        protected void configure() {
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            bind(PrometheusMeterRegistry.class).toInstance(meters);
            bind(MeterRegistry.class).toInstance(meters);
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
            bind(Executor.class).toInstance(Runnable::run);
            bind(ExecutionSettings.class).toInstance(ExecutionSettings.standard());
            bind(ExecutionLimits.class).toInstance(ExecutionLimits.standard());
            bind(StartupSequence.class).toInstance(new StartupSequence());
            bind(TableReader.class).toInstance(new PlainCommas());
            Multibinder.newSetBinder(binder(), StatementReader.class);
            bind(PasswordHashing.class).to(Argon2Passwords.class);
            for (Class<?> type : new Class<?>[] {
                AgentRuntime.class,
                Argon2Passwords.class,
                ChartCapabilities.class,
                CorporateActionCapabilities.class,
                CreatePortfolio.class,
                DataHarvester.class,
                EventCapabilities.class,
                UndoCommit.class,
                ExecutionLogWriter.class,
                Executions.class,
                Explanations.class,
                FinancialAnalyst.class,
                ImportCorporateEvents.class,
                ImportMarketData.class,
                ImportTransactions.class,
                DawsosCsv.class,
                ImportStatement.class,
                StatementFormats.class,
                LedgerCapabilities.class,
                LiveRuns.class,
                Login.class,
                OwnerAccount.class,
                PackGaps.class,
                PatternArchive.class,
                PatternCatalog.class,
                PatternCompiler.class,
                PatternOrchestrator.class,
                PerformanceCapabilities.class,
                HoldingCapabilities.class,
                BenchmarkCapabilities.class,
                BenchmarkSeries.class,
                FactorCapabilities.class,
                RiskCapabilities.class,
                ReturnCapabilities.class,
                PositionCapabilities.class,
                TaxBooks.class,
                TaxReportCapabilities.class,
                HarvestCapabilities.class,
                HealthCapabilities.class,
                PortfolioSnapshots.class,
                ValuationCapabilities.class,
                Views.class
            }) {
                bind(type).asEagerSingleton();
            }
        }

        @Provides
        @Singleton
        Set<View> views() {
            return PortfolioViews.ALL;
        }

        /** An agent that changes state, since no shipped one does yet. */
        @ProvidesIntoSet
        Agent counter() {
            return new Agent(
                    new AgentName("counter"),
                    "Counts.",
                    List.of(Capability.write(
                            "counter.add", "Adds to the count.", Added.class, Count.class, (context, added) -> {
                                if (added.number() == 13) {
                                    throw new InvalidArgumentException("number", "13 brings bad luck", "take 12");
                                }
                                return Outcome.available(
                                        new Count(count.addAndGet(added.number())),
                                        new Provenance(List.of("counter"), Optional.empty(), "count", 1, false));
                            })));
        }

        @ProvidesIntoSet
        Agent dataHarvester(DataHarvester harvester) {
            return harvester.agent();
        }

        @ProvidesIntoSet
        Agent financialAnalyst(FinancialAnalyst analyst) {
            return analyst.agent();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    String logIn(String email) throws Exception {
        HttpResponse<String> response =
                send("POST", "/api/auth/login", "", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
        return response.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    HttpResponse<String> get(String path, String token, String... headers) throws Exception {
        HttpRequest.Builder request = request(path, token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String token, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(path, token).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        server.close();
        injector.getInstance(ExecutionLogWriter.class).close();
    }
}
