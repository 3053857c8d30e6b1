package io.dawsos.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AtomicInteger computed = new AtomicInteger();

    private static AnswerCache.Key key(String head) {
        return new AnswerCache.Key(new UserId(new UUID(0, 1)), "hash", "view", "{}", "pack", "portfolio", head);
    }

    private Answer get(AnswerCache cache, String head, boolean lasting) {
        return cache.get(key(head), () -> {
            byte[] number = Integer.toString(computed.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            return new AnswerWriter.Parts(
                    ("\"data\":" + new String(number, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                    "h",
                    0,
                    "\"x\":1".getBytes(StandardCharsets.UTF_8),
                    lasting);
        });
    }

    private static String text(Answer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }

    @Test
    void the_second_answer_under_one_identity_is_the_first_and_says_so() {
        AnswerCache cache = new AnswerCache(1 << 20);
        assertThat(text(get(cache, "a", true))).contains("\"data\":1", "\"cache_hit\":false");
        assertThat(text(get(cache, "a", true))).contains("\"data\":1", "\"cache_hit\":true");
        assertThat(text(get(cache, "b", true))).contains("\"data\":2", "\"cache_hit\":false");
    }

    @Test
    void an_answer_with_a_step_that_could_not_be_served_is_not_kept() {
        AnswerCache cache = new AnswerCache(1 << 20);
        assertThat(text(get(cache, "a", false))).contains("\"data\":1");
        assertThat(text(get(cache, "a", true))).contains("\"data\":2", "\"cache_hit\":false");
    }

    @Test
    void without_room_nothing_is_kept() {
        AnswerCache cache = new AnswerCache(0);
        get(cache, "a", true);
        assertThat(text(get(cache, "a", true))).contains("\"data\":2");
    }
}
