package io.dawsos.persistence.ledger;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.LocalWrites;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Portfolios in PostgreSQL. */
public final class JdbiPortfolios implements Portfolios {

    private static final String COLUMNS = "select id, owner, name, base_currency, universe from portfolios ";

    private final Database database;
    private final LocalWrites writes;

    @Inject
    JdbiPortfolios(Database database, LocalWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public boolean add(AccessScope scope, Portfolio portfolio) {
        return writes.counted(() -> insert(scope, portfolio));
    }

    private boolean insert(AccessScope scope, Portfolio portfolio) {
        return database.inScope(
                scope,
                handle -> handle.createUpdate("insert into portfolios (id, owner, name, base_currency, universe)"
                                        + " values (:id, :owner, :name, :currency, :universe)"
                                        + " on conflict do nothing")
                                .bind("id", portfolio.id().value())
                                .bind("owner", portfolio.owner().value())
                                .bind("name", portfolio.name())
                                .bind("currency", portfolio.baseCurrency().code())
                                .bind("universe", portfolio.universe().label())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<Portfolio> find(AccessScope scope, PortfolioId id) {
        return database.inScope(
                scope,
                handle -> handle.createQuery(COLUMNS + "where id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> portfolio(row))
                        .findOne());
    }

    @Override
    public List<Portfolio> list(AccessScope scope) {
        return database.inScope(
                scope,
                handle -> handle.createQuery(COLUMNS + "order by added")
                        .map((row, context) -> portfolio(row))
                        .list());
    }

    /** Reads a portfolio from the columns id, owner, name, base_currency and universe. */
    public static Portfolio portfolio(ResultSet row) throws SQLException {
        return new Portfolio(
                new PortfolioId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                row.getString("name"),
                CurrencyCode.of(row.getString("base_currency")),
                Universe.valueOf(row.getString("universe").toUpperCase(Locale.ROOT)));
    }
}
