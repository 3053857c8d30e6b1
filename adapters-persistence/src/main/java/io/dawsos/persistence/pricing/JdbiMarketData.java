package io.dawsos.persistence.pricing;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.SliceRequest;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Market data in PostgreSQL: slices in one statement, batches by COPY. */
public final class JdbiMarketData implements MarketData {

    private final Database database;

    @Inject
    JdbiMarketData(Database database) {
        this.database = database;
    }

    @Override
    public MarketSlice slice(PricingPack pack, SliceRequest request, Deadline deadline) {
        LocalDate to = request.to().isAfter(pack.asOf()) ? pack.asOf() : request.to();
        List<UUID> securities =
                request.securities().stream().map(SecurityId::value).sorted().toList();
        List<String> pairs =
                request.pairs().stream().map(CurrencyPair::toString).sorted().toList();
        List<String> series = request.series().stream().sorted().toList();
        return database.inOneStatement(deadline, handle -> {
            Query query = handle.createQuery(SliceRows.SELECT)
                    .bind("cut", pack.cut())
                    .bind("universe", pack.universe().label())
                    .bind("from", request.from())
                    .bind("to", to)
                    .bindArray("securities", UUID.class, securities)
                    .bindArray("pairs", String.class, pairs)
                    .bindArray("series", String.class, series);
            return query.reduceRows(new SliceRows(), SliceRows::add).toSlice(pack);
        });
    }

    @Override
    public List<Security> withSymbols(PricingPack pack, Set<String> symbols, Deadline deadline) {
        List<String> sorted = symbols.stream().sorted().toList();
        return database.inOneStatement(
                deadline,
                handle -> SecurityVersions.under(
                        handle,
                        pack,
                        "v.symbol = any(:symbols)",
                        query -> query.bindArray("symbols", String.class, sorted)));
    }

    @Override
    public List<Security> ofSector(PricingPack pack, String sector, Deadline deadline) {
        return database.inOneStatement(
                deadline,
                handle -> SecurityVersions.under(
                        handle, pack, "v.sector = :sector", query -> query.bind("sector", sector)));
    }

    @Override
    public RecordedBatch record(AccessScope scope, Universe universe, String source, ObservationFeed feed) {
        return database.inBulk(scope, handle -> StagedBatch.copy(handle, feed).commit(handle, universe, scope, source));
    }
}
