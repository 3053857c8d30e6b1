package io.dawsos.persistence.execution;

import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.persistence.ledger.JdbiPortfolios;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pricing.JdbiPricingPacks;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Pins portfolio, ledger head and pack in one statement. */
public final class JdbiContextPinning implements ContextPinning {

    private static final String PACK =
            " left join lateral (select id pack_id, universe pack_universe, as_of, cut, policy,"
                    + " hash pack_hash from pricing_packs k where k.universe = p.universe"
                    + " and (cast(:pack as text) is null or k.id = :pack) order by as_of desc, cut desc limit 1) k on true";
    private static final String PORTFOLIO = "select p.*, c.hash head, k.* from portfolios p"
            + " left join lateral (select hash from ledger_commits where portfolio_id = p.id"
            + " order by sequence desc limit 1) c on true" + PACK;
    private static final String ONE = PORTFOLIO + " where p.id = :portfolio";
    private static final String FIRST = " order by p.added limit 1";
    private static final String FIRST_OF_USER = PORTFOLIO + " where p.owner = app_user()" + FIRST;
    private static final String FIRST_OF_ALL = PORTFOLIO + FIRST;
    private static final String NOTHING = "select k.* from (select cast('real' as text) universe) p" + PACK;

    private final Database database;
    private final PricingPacks packs;
    private final RecentPins recent;

    @Inject
    JdbiContextPinning(Database database, PricingPacks packs, RecentPins recent) {
        this.database = database;
        this.packs = packs;
        this.recent = recent;
    }

    @Override
    public Pins pin(AccessScope scope, PinRequest request) {
        database.requireReachable();
        // A date builds a pack if need be, so it is never answered from memory.
        return request.asOf().isPresent()
                ? read(scope, request)
                : recent.get(scope, request, () -> read(scope, request));
    }

    private Pins read(AccessScope scope, PinRequest request) {
        Pins pins = request.subject() instanceof Subject.Nothing
                ? new Pins(Optional.empty(), sharedPack(request))
                : portfolioPins(scope, request);
        if (request.pack().isPresent() && pins.pack().isEmpty()) {
            throw new PackNotFoundException(request.pack().get().value());
        }
        if (request.asOf().isEmpty()) {
            return pins;
        }
        Universe universe =
                pins.portfolio().map(pinned -> pinned.portfolio().universe()).orElse(Universe.REAL);
        return new Pins(pins.portfolio(), packs.build(universe, request.asOf()));
    }

    private Optional<PricingPack> sharedPack(PinRequest request) {
        return database.inOneStatement(handle -> handle.createQuery(NOTHING)
                .bindByType("pack", request.pack().map(PackId::value).orElse(null), String.class)
                .map((row, context) -> pack(row))
                .one());
    }

    private Pins portfolioPins(AccessScope scope, PinRequest request) {
        Optional<UUID> id = request.subject() instanceof Subject.OnePortfolio one
                ? Optional.of(one.id().value())
                : Optional.empty();
        Optional<Pins> pins = database.inScope(scope, handle -> {
            String first = scope instanceof AccessScope.OfUser ? FIRST_OF_USER : FIRST_OF_ALL;
            var query = handle.createQuery(id.isPresent() ? ONE : first)
                    .bindByType("pack", request.pack().map(PackId::value).orElse(null), String.class);
            id.ifPresent(value -> query.bind("portfolio", value));
            return query.map((row, context) -> new Pins(Optional.of(portfolio(row)), pack(row)))
                    .findOne();
        });
        if (pins.isEmpty() && request.subject() instanceof Subject.OnePortfolio one) {
            throw new PortfolioNotFoundException(one.id());
        }
        return pins.orElseThrow(NoPortfolioException::new);
    }

    private static PinnedPortfolio portfolio(ResultSet row) throws SQLException {
        return new PinnedPortfolio(
                JdbiPortfolios.portfolio(row),
                Optional.ofNullable(row.getString("head")).map(LedgerHash::new));
    }

    private static Optional<PricingPack> pack(ResultSet row) throws SQLException {
        return row.getString("pack_id") == null ? Optional.empty() : Optional.of(JdbiPricingPacks.pack(row));
    }
}
