package io.dawsos.persistence.execution;

import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Idempotency keys in PostgreSQL. */
public final class JdbiIdempotencyKeys implements IdempotencyKeys {

    private final Database database;

    @Inject
    JdbiIdempotencyKeys(Database database) {
        this.database = database;
    }

    @Override
    public Claim claim(AccessScope scope, String key, String request) {
        return database.inScope(scope, handle -> {
            int inserted = handle.createUpdate("insert into idempotency_keys (user_id, key, request)"
                            + " values (app_user(), :key, :request) on conflict do nothing")
                    .bind("key", key)
                    .bind("request", request)
                    .execute();
            if (inserted == 1) {
                return new Claim.Granted();
            }
            Optional<Claim> known = handle.createQuery(
                            "select * from idempotency_keys where user_id = app_user() and key = :key")
                    .bind("key", key)
                    .map(JdbiIdempotencyKeys::claim)
                    .findOne();
            return known.orElseThrow(() -> new IllegalStateException("the key was released meanwhile"));
        });
    }

    private static Claim claim(ResultSet row, StatementContext context) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return new Claim.Open(
                    row.getString("request"),
                    row.getObject("claimed_at", OffsetDateTime.class).toInstant());
        }
        return new Claim.Answered(row.getString("request"), new KeptAnswer(answer, row.getString("result_hash")));
    }

    @Override
    public void answer(AccessScope scope, String key, KeptAnswer answer) {
        database.inScope(
                scope,
                handle -> handle.createUpdate("update idempotency_keys set answer = :answer, result_hash = :hash,"
                                + " answered_at = clock_timestamp() where user_id = app_user() and key = :key")
                        .bind("answer", answer.json())
                        .bind("hash", answer.resultHash())
                        .bind("key", key)
                        .execute());
    }

    @Override
    public void release(AccessScope scope, String key) {
        database.inScope(
                scope,
                handle -> handle.createUpdate(
                                "delete from idempotency_keys where user_id = app_user() and key = :key and answer is null")
                        .bind("key", key)
                        .execute());
    }
}
