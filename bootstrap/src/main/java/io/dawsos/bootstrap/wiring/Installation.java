package io.dawsos.bootstrap.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.dawsos.application.execution.ExecutionLogWriter;
import io.dawsos.application.identity.OwnerAccount;
import io.dawsos.application.identity.OwnerAccount.Owner;
import io.dawsos.application.pattern.PatternArchive;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.runtime.AgentMetrics;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.startup.StartupSequence;
import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.configuration.DataDirectory;
import io.dawsos.bootstrap.configuration.DatabaseAddress;
import io.dawsos.documents.DocumentsModule;
import io.dawsos.persistence.PersistenceModule;
import io.dawsos.persistence.StoreLifecycle;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.dawsos.web.WebModule;
import io.dawsos.web.WebSettings;
import io.dawsos.web.http.WebServer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One opened installation: database, application and, if it serves, HTTP. All of it is started by one sequence of stages and closed
 * in reverse.
 */
public final class Installation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int STEP_QUEUE = 1000;

    private final StartupSequence startup = new StartupSequence();
    private final Configuration configuration;
    private final DataDirectory directory;
    private final Injector injector;
    private final Owner owner;

    private Installation(Configuration configuration) {
        this.configuration = configuration;
        this.directory =
                startup.start("configuration", () -> DataDirectory.open(configuration.dataDirectory()), open -> {});
        Database database = startup.start("database", this::openDatabase, Database::close);
        startup.start("migrations", database.lifecycle()::migrate, count -> {});
        ThreadPoolExecutor steps = stepExecutor();
        this.owner = startup.start("reference data", () -> ownerOf(database.injector()), found -> {});
        // Patterns are compiled against the capabilities of agents, so the graph brings both into being together.
        this.injector = startup.start("patterns", () -> application(database, steps), application -> {
            steps.shutdown();
            application.getInstance(ExecutionLogWriter.class).close();
        });
        startup.start("agents", () -> agents(injector), runtime -> {});
        startup.start("scheduler", () -> steps.prestartAllCoreThreads(), threads -> {});
    }

    /**
     * Opens an installation without serving HTTP.
     *
     * @throws StartupSequence.StartupFailedException with one line that says why
     */
    public static Installation open(Configuration configuration) {
        return new Installation(configuration);
    }

    /** Serves HTTP too; gives the port. */
    public int serve() {
        WebServer server = startup.start(
                "HTTP", () -> injector.getInstance(WebServer.class).start(), WebServer::close);
        startup.start("ready", () -> server, ready -> {});
        LOG.info("DawsOS {} listens on http://{}:{}", ProgramVersion.text(), configuration.host(), server.port());
        return server.port();
    }

    /** The owner of this server; with a password if it was made now. */
    public Owner owner() {
        return owner;
    }

    /** Gives a use case or port. */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    private record Database(Optional<EmbeddedPostgres> server, Injector injector, StoreLifecycle lifecycle) {
        void close() {
            lifecycle.close();
            server.ifPresent(EmbeddedPostgres::close);
        }
    }

    private Database openDatabase() {
        if (configuration.database().isPresent()) {
            DatabaseAddress address = configuration.database().get();
            return connected(
                    Optional.empty(), DatabaseSettings.of(address.jdbcUrl(), address.user(), address.password()));
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(directory.database());
        try {
            return connected(
                    Optional.of(server), DatabaseSettings.of(server.jdbcUrl(), server.user(), server.password()));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Database connected(Optional<EmbeddedPostgres> server, DatabaseSettings settings) {
        PersistenceModule persistence = new PersistenceModule(settings);
        try {
            Injector injector = Guice.createInjector(
                    Stage.PRODUCTION,
                    new StrictModule(),
                    new InfrastructureModule(),
                    new IdentityModule(),
                    persistence);
            return new Database(server, injector, injector.getInstance(StoreLifecycle.class));
        } catch (CreationException e) {
            persistence.close();
            throw cause(e);
        }
    }

    /** What an object of the graph threw, rather than the injector's report about it. */
    private static RuntimeException cause(CreationException e) {
        return e.getErrorMessages().iterator().next().getCause() instanceof RuntimeException thrown ? thrown : e;
    }

    private Injector application(Database database, ThreadPoolExecutor steps) {
        ExecutionSettings settings = configuration.resultCache()
                ? ExecutionSettings.standard()
                : ExecutionSettings.standard().withoutCache();
        WebSettings web = new WebSettings(
                configuration.host(),
                configuration.port(),
                directory.tokenKey(),
                configuration.hostNames(),
                ProgramVersion.text());
        try {
            return database.injector()
                    .createChildInjector(
                            new ApplicationModule(settings, steps),
                            new DocumentsModule(),
                            new WebModule(web),
                            binder -> binder.bind(StartupSequence.class).toInstance(startup));
        } catch (CreationException e) {
            throw cause(e);
        }
    }

    private Owner ownerOf(Injector identities) {
        return identities
                .getInstance(OwnerAccount.class)
                .findOrCreate(configuration.ownerEmail(), configuration.ownerPassword());
    }

    private static AgentRuntime agents(Injector application) {
        AgentRuntime runtime = application.getInstance(AgentRuntime.class);
        application.getInstance(AgentMetrics.class);
        application.getInstance(PatternArchive.class).load();
        application.getInstance(PatternOrchestrator.class);
        return runtime;
    }

    private static ThreadPoolExecutor stepExecutor() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(STEP_QUEUE), task -> {
                    Thread thread = new Thread(task, "step-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Stops accepting, lets requests in flight end, writes the log, and closes the pool and the database. */
    @Override
    public void close() {
        startup.close();
    }
}
