package io.dawsos.benchmarks;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.persistence.PersistenceModule;
import io.dawsos.persistence.StoreLifecycle;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import io.dawsos.persistence.pool.DatabaseSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Loads a million prices through the port, and by a bare CopyManager that streams the same rows into the same empty table with its
 * indexes. Prints both medians and their ratio.
 *
 * <p>Usage: {@code BulkLoadComparison DIRECTORY [ROUNDS]}; the directory is made, and must be reachable for an unprivileged user if
 * root runs this.
 */
public final class BulkLoadComparison {

    private static final int SECURITIES = 400;
    private static final int DAYS = 2500;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    private static final AccessScope SCOPE = AccessScope.system("benchmark");

    private final List<SecurityId> securities = new ArrayList<>();
    private final EmbeddedPostgres server;
    private final Injector injector;

    private BulkLoadComparison(EmbeddedPostgres server) {
        this.server = server;
        this.injector = Guice.createInjector(
                Stage.PRODUCTION,
                new PersistenceModule(DatabaseSettings.of(server.jdbcUrl(), server.user(), server.password())),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
                        bind(Clock.class).toInstance(Clock.systemUTC());
                    }
                });
    }

    /** Runs the comparison. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Files.createDirectories(home);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            new BulkLoadComparison(server).run(rounds);
        }
    }

    private void run(int rounds) throws SQLException, IOException {
        try (StoreLifecycle lifecycle = injector.getInstance(StoreLifecycle.class)) {
            lifecycle.migrate();
            describeSecurities();
            byte[] rows = rows();
            System.out.printf("%,d rows, %,d bytes, %d rounds%n", SECURITIES * DAYS, rows.length, rounds);
            List<Double> bare = new ArrayList<>();
            List<Double> port = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                emptyPrices();
                double bareSeconds = seconds(() -> copy(rows));
                emptyPrices();
                double portSeconds = seconds(this::record);
                String note = round == 0 ? " (not counted)" : "";
                System.out.printf("bare %.2f s, port %.2f s%s%n", bareSeconds, portSeconds, note);
                if (round > 0) {
                    bare.add(bareSeconds);
                    port.add(portSeconds);
                }
            }
            System.out.printf(
                    "median: bare %.2f s, port %.2f s; the port has %.2f x the speed%n",
                    median(bare), median(port), median(bare) / median(port));
        }
    }

    private void describeSecurities() {
        List<Security> described = new ArrayList<>();
        for (int i = 0; i < SECURITIES; i++) {
            SecurityId id = new SecurityId(UUID.nameUUIDFromBytes(("S" + i).getBytes(StandardCharsets.UTF_8)));
            securities.add(id);
            described.add(new Security(
                    id,
                    "S" + i,
                    "Security " + i,
                    SecurityType.EQUITY,
                    CurrencyCode.of("USD"),
                    Optional.empty(),
                    Universe.SIMULATED));
        }
        injector.getInstance(Securities.class).describe(SCOPE, described);
    }

    private static BigDecimal price(int security, int day) {
        return BigDecimal.valueOf(100_00 + (security * 7919L + day * 104_729L) % 50_000, 2);
    }

    private byte[] rows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80 * SECURITIES * DAYS);
        for (int i = 0; i < SECURITIES; i++) {
            for (int day = 0; day < DAYS; day++) {
                String line = securities.get(i).value() + "\t" + FIRST.plusDays(day) + "\t1\t"
                        + price(i, day).toPlainString() + "\n";
                bytes.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    private void copy(byte[] rows) throws SQLException, IOException {
        try (Connection connection = connection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy price_observations (security_id, date, revision, value) from stdin",
                            new ByteArrayInputStream(rows),
                            1 << 16);
        }
    }

    private void record() {
        injector.getInstance(MarketData.class).record(SCOPE, Universe.SIMULATED, "benchmark", sink -> {
            for (int i = 0; i < SECURITIES; i++) {
                for (int day = 0; day < DAYS; day++) {
                    sink.price(securities.get(i), FIRST.plusDays(day), price(i, day));
                }
            }
        });
    }

    private void emptyPrices() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table price_observations disable trigger user");
            statement.execute("truncate price_observations");
            statement.execute("alter table price_observations enable trigger user");
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static double seconds(Work work) throws SQLException, IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
