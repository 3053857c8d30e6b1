package io.dawsos.web.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.identity.PasswordHashing.BusyException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {

    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void a_password_verifies_against_its_own_hash_only() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.verify("correct horse", hash)).isTrue();
        assertThat(passwords.verify("correct hors", hash)).isFalse();
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        assertThat(passwords.verify("correct horse", passwords.unmatchable())).isFalse();
        assertThatThrownBy(() -> passwords.verify("x", "plain")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_costs_that_a_hash_names_are_those_that_count() {
        String other = passwords.hash("password").replaceFirst("m=\\d+", "m=1024");
        assertThat(passwords.verify("password", other)).isFalse();
    }

    @Test
    void who_comes_when_many_wait_is_sent_away_and_the_others_are_served() {
        ExecutorService threads = Executors.newFixedThreadPool(60);
        try {
            List<CompletableFuture<Boolean>> served = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return !passwords.hash("password").isEmpty();
                                } catch (BusyException e) {
                                    return false;
                                }
                            },
                            threads))
                    .limit(60)
                    .toList();
            assertThat(served.stream().map(CompletableFuture::join)).contains(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(passwords.hash("afterwards")).isNotEmpty();
    }
}
