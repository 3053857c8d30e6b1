package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.execution.IdempotencyKeys.Claim;
import io.dawsos.domain.execution.IdempotencyKeys.KeptAnswer;
import io.dawsos.domain.identity.AccessScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link IdempotencyKeys} promises. */
public abstract class IdempotencyKeysContract {

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    @Test
    void a_key_is_claimed_once_answered_and_each_users_own() {
        Ports ports = ports();
        IdempotencyKeys keys = ports.port(IdempotencyKeys.class);
        AccessScope ada = AccessScope.of(ports.user("ada@example.org"));
        AccessScope eve = AccessScope.of(ports.user("eve@example.org"));
        assertThat(keys.claim(ada, "k", "r")).isInstanceOf(Claim.Granted.class);
        assertThat(keys.claim(ada, "k", "other"))
                .isInstanceOfSatisfying(
                        Claim.Open.class, open -> assertThat(open.request()).isEqualTo("r"));
        assertThat(keys.claim(eve, "k", "r")).isInstanceOf(Claim.Granted.class);
        keys.answer(ada, "k", new KeptAnswer("{}", "h"));
        assertThat(keys.claim(ada, "k", "r")).isEqualTo(new Claim.Answered("r", new KeptAnswer("{}", "h")));
        assertThat(keys.claim(eve, "k", "r")).isInstanceOf(Claim.Open.class);
        keys.release(eve, "k");
        assertThat(keys.claim(eve, "k", "r")).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void of_many_who_claim_a_key_at_once_one_gets_it() {
        Ports ports = ports();
        IdempotencyKeys keys = ports.port(IdempotencyKeys.class);
        AccessScope ada = AccessScope.of(ports.user("ada@example.org"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String key = "k" + round;
                List<CompletableFuture<Claim>> claims = Stream.generate(
                                () -> CompletableFuture.supplyAsync(() -> keys.claim(ada, key, "r"), threads))
                        .limit(8)
                        .toList();
                assertThat(claims.stream().map(CompletableFuture::join))
                        .filteredOn(Claim.Granted.class::isInstance)
                        .hasSize(1);
            }
        } finally {
            threads.shutdown();
        }
    }
}
