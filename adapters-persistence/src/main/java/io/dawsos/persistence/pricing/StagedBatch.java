package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData.ObservationFeed;
import io.dawsos.domain.pricing.MarketData.RecordedBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;

/**
 * A batch of observations on its way in: copied into staging tables that end with the transaction, then moved into the history as
 * one revision, without what is in force already.
 */
final class StagedBatch {

    private static final int COPY_TIMEOUT_MILLIS = 600_000;
    private static final Executor ABORT_INLINE = Runnable::run;

    private final CopySink sink;

    private StagedBatch(CopySink sink) {
        this.sink = sink;
    }

    static StagedBatch copy(Handle handle, ObservationFeed feed) throws SQLException {
        Connection connection = handle.getConnection();
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(ABORT_INLINE, COPY_TIMEOUT_MILLIS);
        try {
            for (Kind kind : Kind.values()) {
                handle.execute("create temporary table " + kind.staging() + " (" + kind.columns
                        + ", value numeric not null, line bigint not null) on commit drop");
            }
            try (CopySink sink = new CopySink(connection)) {
                feed.pushTo(sink);
                sink.finish();
                return new StagedBatch(sink);
            }
        } finally {
            connection.setNetworkTimeout(ABORT_INLINE, timeout);
        }
    }

    RecordedBatch commit(Handle handle, Universe universe, AccessScope scope, String source) throws SQLException {
        if (sink.offered() == 0) {
            return new RecordedBatch(0, 0, Optional.empty(), Optional.empty());
        }
        Connection connection = handle.getConnection();
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(ABORT_INLINE, COPY_TIMEOUT_MILLIS);
        try {
            handle.execute("set local statement_timeout = 0");
            handle.execute("set local work_mem = '256MB'");
            for (Kind kind : Kind.values()) {
                handle.execute("analyze " + kind.staging());
            }
            Revisions revisions = Revisions.lock(handle);
            SecurityVersions securities = SecurityVersions.changed(handle, sink.securities());
            if (!securities.any() && !anyNew(handle, universe)) {
                return new RecordedBatch(sink.offered(), 0, Optional.empty(), sink.newest());
            }
            long revision = revisions.addHashed(universe, scope, source, sink.contentHash());
            if (securities.any()) {
                securities.insert(revision);
            }
            long stored = 0;
            for (Kind kind : Kind.values()) {
                if (sink.offered(kind) > 0) {
                    stored += kind.move(handle, universe, revision);
                }
            }
            return new RecordedBatch(sink.offered(), stored, Optional.of(revision), sink.newest());
        } finally {
            connection.setNetworkTimeout(ABORT_INLINE, timeout);
        }
    }

    private boolean anyNew(Handle handle, Universe universe) {
        for (Kind kind : Kind.values()) {
            if (sink.offered(kind) > 0 && kind.anyNew(handle, universe)) {
                return true;
            }
        }
        return false;
    }

    /** A kind of observation: its table, its staging table and how rows move between them. */
    enum Kind {
        PRICE("price_observations", "security_id uuid not null, date date not null", "security_id", ""),
        RATE("fx_observations", "pair text not null, date date not null", "pair", "universe"),
        MACRO("macro_observations", "series text not null, date date not null", "series", "universe");

        private final String table;
        private final String columns;
        private final String subject;
        private final String universe;

        Kind(String table, String columns, String subject, String universe) {
            this.table = table;
            this.columns = columns;
            this.subject = subject;
            this.universe = universe;
        }

        String staging() {
            return "staged_" + table;
        }

        /** The last staged row of each subject and date that differs from what is in force. */
        private String fresh() {
            String sameUniverse = universe.isEmpty() ? "" : "o.universe = :universe and ";
            return "select s." + subject + ", s.date, s.value from (select distinct on (" + subject + ", date) "
                    + subject
                    + ", date, value from " + staging() + " order by " + subject + ", date, line desc) s"
                    + " left join (select distinct on (o." + subject + ", o.date) o." + subject
                    + ", o.date, o.value from "
                    + table + " o where " + sameUniverse + "o." + subject + " in (select " + subject + " from "
                    + staging()
                    + ") order by o." + subject + ", o.date, o.revision desc) f on f." + subject + " = s." + subject
                    + " and f.date = s.date where f.value is null or f.value <> s.value";
        }

        boolean anyNew(Handle handle, Universe world) {
            var query = handle.createQuery("select exists (" + fresh() + ")");
            if (!universe.isEmpty()) {
                query.bind("universe", world.label());
            }
            return query.mapTo(Boolean.class).one();
        }

        int move(Handle handle, Universe world, long revision) {
            String prefix = universe.isEmpty() ? "" : "universe, ";
            String value = universe.isEmpty() ? "" : ":universe, ";
            var update = handle.createUpdate(
                            "insert into " + table + " (" + prefix + subject + ", date, revision, value)" + " select "
                                    + value + subject + ", date, :revision, value from (" + fresh() + ") n")
                    .bind("revision", revision);
            if (!universe.isEmpty()) {
                update.bind("universe", world.label());
            }
            return update.execute();
        }
    }
}
