package io.dawsos.persistence.pattern;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.pattern.PatternVersions;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Versions of patterns in PostgreSQL. */
public final class JdbiPatternVersions implements PatternVersions {

    private final Database database;

    @Inject
    JdbiPatternVersions(Database database) {
        this.database = database;
    }

    @Override
    public void keep(AccessScope scope, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        database.inScope(scope, handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "insert into pattern_versions (hash, id, version, document, includes, kept_by)"
                            + " values (:hash, :id, :version, :document, :includes, app_scope()) on conflict do nothing");
            for (Version version : versions) {
                batch.bind("hash", version.hash())
                        .bind("id", version.id())
                        .bind("version", version.version())
                        .bind("document", version.document())
                        .bindArray("includes", String.class, version.includes())
                        .add();
            }
            return batch.execute().length;
        });
    }

    @Override
    public Optional<Version> find(String hash) {
        return database.inOneStatement(handle -> handle.createQuery("select * from pattern_versions where hash = :hash")
                .bind("hash", hash)
                .map(JdbiPatternVersions::version)
                .findOne());
    }

    @Override
    public List<Kept> versions(String id) {
        return database.inOneStatement(handle -> handle.createQuery(
                        "select * from pattern_versions where id = :id order by kept_at desc, hash")
                .bind("id", id)
                .map((row, context) -> new Kept(
                        version(row, context),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                        row.getString("kept_by")))
                .list());
    }

    @Override
    public void activate(AccessScope scope, String id, String hash) {
        int rows = database.inScope(
                scope,
                handle -> handle.createUpdate(
                                "with known as (select id, hash from pattern_versions where id = :id and hash = :hash),"
                                        + " noted as (insert into audit (scope, action, subject)"
                                        + " select app_scope(), 'pattern.activate', id || ' ' || hash from known)"
                                        + " insert into pattern_activations (id, hash, activated_by)"
                                        + " select id, hash, app_scope() from known")
                        .bind("id", id)
                        .bind("hash", hash)
                        .execute());
        if (rows == 0) {
            throw new IllegalArgumentException("no version " + hash + " of the pattern " + id);
        }
    }

    @Override
    public Map<String, String> active() {
        return database.inOneStatement(handle -> {
            Map<String, String> active = new TreeMap<>();
            handle.createQuery("select distinct on (id) id, hash from pattern_activations order by id, number desc")
                    .map((row, context) -> active.put(row.getString("id"), row.getString("hash")))
                    .list();
            return active;
        });
    }

    private static Version version(ResultSet row, StatementContext context) throws SQLException {
        Array includes = row.getArray("includes");
        return new Version(
                row.getString("id"),
                row.getString("version"),
                row.getString("hash"),
                row.getString("document"),
                List.of((String[]) includes.getArray()));
    }
}
