package io.dawsos.benchmarks;

import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.bootstrap.configuration.Configuration;
import io.dawsos.bootstrap.wiring.Installation;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.persistence.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first overview of a process beside a plain JDBC program that reads the same rows in the same process: portfolio, pack, entries,
 * descriptions, prices, rates and the risk-free series, each point an object, and computes nothing. Neither has run before.
 *
 * <p>Usage: {@code ColdOverviewComparison DATABASE_DIRECTORY DATA_DIRECTORY PORTFOLIO jdbc|overview}; the last word says which goes
 * first, since the first warms the driver and the database for the other. The database directory is that of an installation whose
 * owner has the portfolio.
 */
public final class ColdOverviewComparison {

    private ColdOverviewComparison() {}

    /** Runs both once. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            String url = server.jdbcUrl() + (server.jdbcUrl().contains("?") ? "&" : "?") + "user=" + server.user()
                    + "&password=" + server.password();
            Configuration configuration = Configuration.of(
                    Path.of(arguments[1]), "127.0.0.1", 0, Map.of("DATABASE_URL", url, "DAWSOS_RESULT_CACHE", "off"));
            try (Installation installation = Installation.open(configuration);
                    Connection connection = DriverManager.getConnection(url)) {
                AccessScope owner = AccessScope.of(installation.owner().user().id());
                Portfolio portfolio = installation.get(Portfolios.class).list(owner).stream()
                        .filter(found -> found.name().equals(arguments[2]))
                        .findFirst()
                        .orElseThrow();
                double jdbc;
                double overview;
                if (arguments[3].equals("jdbc")) {
                    jdbc = jdbc(connection, portfolio);
                    overview = overview(installation, portfolio);
                } else {
                    overview = overview(installation, portfolio);
                    jdbc = jdbc(connection, portfolio);
                }
                System.out.printf(
                        "%s first: plain JDBC %.1f ms, overview %.1f ms, %.2f x its speed%n",
                        arguments[3], jdbc, overview, jdbc / overview);
            }
        }
    }

    private static double overview(Installation installation, Portfolio portfolio) {
        PatternOrchestrator orchestrator = installation.get(PatternOrchestrator.class);
        ExecutionRequest request = new ExecutionRequest(
                installation.owner().user().id(),
                "portfolio_overview",
                Map.of("portfolio_id", portfolio.id().value().toString()),
                true,
                Optional.empty(),
                Optional.empty());
        long start = System.nanoTime();
        byte[] answer = orchestrator.answer(request, View.OUTPUTS).json();
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.println("overview of " + answer.length + " bytes");
        return millis;
    }

    private static double jdbc(Connection connection, Portfolio portfolio) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.user', 'system:benchmark', false)");
        }
        String universe = portfolio.universe().label();
        long start = System.nanoTime();
        List<Object> all = new ArrayList<>();
        read(
                connection,
                "select * from portfolios where id = ?",
                all,
                portfolio.id().value());
        read(
                connection,
                "select * from ledger_commits where portfolio_id = ? order by sequence desc limit 1",
                all,
                portfolio.id().value());
        read(
                connection,
                "select * from pricing_packs where universe = ? order by as_of desc, cut desc limit 1",
                all,
                universe);
        read(
                connection,
                "select * from ledger_entries where portfolio_id = ? order by sequence",
                all,
                portfolio.id().value());
        String held = "(select distinct security_id from ledger_entries where portfolio_id = ?)";
        read(
                connection,
                "select s.*, v.* from securities s join security_versions v on v.security_id = s.id where s.id in "
                        + held,
                all,
                portfolio.id().value());
        read(
                connection,
                "select distinct on (security_id, date) security_id, date, value from price_observations"
                        + " where security_id in " + held + " order by security_id, date, revision desc",
                all,
                portfolio.id().value());
        read(
                connection,
                "select distinct on (pair, date) pair, date, value from fx_observations where universe = ?"
                        + " order by pair, date, revision desc",
                all,
                universe);
        read(
                connection,
                "select distinct on (date) date, value from macro_observations where universe = ?"
                        + " and series = 'DGS3MO' order by date, revision desc",
                all,
                universe);
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.println("plain JDBC read " + all.size() + " values");
        return millis;
    }

    private static void read(Connection connection, String sql, List<Object> all, Object parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        Object value = rows.getObject(i);
                        if (value != null) {
                            all.add(value);
                        }
                    }
                }
            }
        }
    }
}
