package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData.ObservationFeed;
import io.dawsos.domain.pricing.MarketData.RecordedBatch;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A batch of observations on its way in: copied into staging tables that end with the transaction, then moved into the history as
 * one revision, without what is in force already.
 */
final class StagedBatch {

    private final CopySink sink;

    private StagedBatch(CopySink sink) {
        this.sink = sink;
    }

    static StagedBatch copy(Handle handle, ObservationFeed feed) throws SQLException {
        try (CopySink sink = new CopySink(handle)) {
            feed.pushTo(sink);
            sink.finish();
            return new StagedBatch(sink);
        }
    }

    RecordedBatch commit(Handle handle, Universe universe, AccessScope scope, String source) {
        if (sink.offered() == 0 && sink.described().isEmpty()) {
            return new RecordedBatch(0, 0, Optional.empty(), Optional.empty());
        }
        SecurityVersions.requireKnown(handle, universe, sink.undescribed());
        Revisions revisions = Revisions.lock(handle);
        SecurityVersions securities = SecurityVersions.changed(handle, universe, sink.described());
        long revision = revisions.nextNumber();
        if (sink.lanes().values().stream().anyMatch(Lane::repeats)) {
            handle.execute("set local work_mem = '256MB'");
        }
        long stored = 0;
        for (Map.Entry<Kind, Lane<?>> lane : sink.lanes().entrySet()) {
            stored += lane.getKey().move(handle, universe, revision, lane.getValue());
        }
        if (stored == 0 && !securities.any()) {
            return new RecordedBatch(sink.offered(), 0, Optional.empty(), sink.newest());
        }
        revisions.add(revision, universe, scope, source, sink.contentHash());
        securities.insert(revision);
        return new RecordedBatch(sink.offered(), stored, Optional.of(revision), sink.newest());
    }
}
