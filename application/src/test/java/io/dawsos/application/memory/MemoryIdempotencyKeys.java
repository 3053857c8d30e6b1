package io.dawsos.application.memory;

import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.identity.AccessScope;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Idempotency keys in memory. */
final class MemoryIdempotencyKeys implements IdempotencyKeys {

    private final Map<Owned, Claim> claims = new HashMap<>();

    private record Owned(AccessScope scope, String key) {}

    @Inject
    MemoryIdempotencyKeys() {}

    @Override
    public synchronized Claim claim(AccessScope scope, String key, String request) {
        Claim before = claims.putIfAbsent(new Owned(scope, key), new Claim.Open(request, Instant.EPOCH));
        return before == null ? new Claim.Granted() : before;
    }

    @Override
    public synchronized void answer(AccessScope scope, String key, KeptAnswer answer) {
        claims.computeIfPresent(
                new Owned(scope, key), (owned, claim) -> new Claim.Answered(((Claim.Open) claim).request(), answer));
    }

    @Override
    public synchronized void release(AccessScope scope, String key) {
        claims.remove(new Owned(scope, key));
    }
}
