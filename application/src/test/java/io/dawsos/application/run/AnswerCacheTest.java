package io.dawsos.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AtomicInteger computed = new AtomicInteger();

    private static AnswerCache.Key key(String head) {
        return new AnswerCache.Key(new UserId(new UUID(0, 1)), "hash", "view", "{}", "pack", "portfolio", head);
    }

    private Answer get(AnswerCache cache, String head, boolean lasting) {
        return cache.get(key(head), () -> parts(computed.incrementAndGet(), lasting));
    }

    private static AnswerWriter.Parts parts(int number, boolean lasting) {
        return new AnswerWriter.Parts(
                true,
                ("\"data\":" + number).getBytes(StandardCharsets.UTF_8),
                "h",
                0,
                "{\"x\":1}".getBytes(StandardCharsets.UTF_8),
                lasting);
    }

    private static String text(Answer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }

    @Test
    void the_second_answer_under_one_identity_is_the_first_and_says_so() {
        AnswerCache cache = new AnswerCache(1 << 20, Duration.ofSeconds(10));
        assertThat(text(get(cache, "a", true))).contains("\"data\":1", "\"cache_hit\":false");
        assertThat(text(get(cache, "a", true))).contains("\"data\":1", "\"cache_hit\":true");
        assertThat(text(get(cache, "b", true))).contains("\"data\":2", "\"cache_hit\":false");
    }

    @Test
    void an_answer_with_a_step_that_could_not_be_served_is_not_kept() {
        AnswerCache cache = new AnswerCache(1 << 20, Duration.ofSeconds(10));
        assertThat(text(get(cache, "a", false))).contains("\"data\":1");
        assertThat(text(get(cache, "a", true))).contains("\"data\":2", "\"cache_hit\":false");
    }

    @Test
    void without_room_nothing_is_kept() {
        AnswerCache cache = new AnswerCache(0, Duration.ofSeconds(10));
        get(cache, "a", true);
        assertThat(text(get(cache, "a", true))).contains("\"data\":2");
    }

    @Test
    void many_who_ask_at_once_get_what_one_computes() {
        AnswerCache cache = new AnswerCache(1 << 20, Duration.ofSeconds(10));
        CountDownLatch together = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<String>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                together.countDown();
                                return text(cache.get(key("a"), () -> {
                                    awaitAll(together);
                                    return parts(computed.incrementAndGet(), true);
                                }));
                            },
                            threads))
                    .limit(8)
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .allSatisfy(text -> assertThat(text).contains("\"data\":1"));
            assertThat(computed).hasValue(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void who_waits_for_a_run_that_is_cancelled_computes_it_alone() {
        AnswerCache cache = new AnswerCache(1 << 20, Duration.ofSeconds(10));
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> cache.get(key("a"), () -> {
            began.countDown();
            awaitAll(goOn);
            throw new RunCancelledException();
        }));
        awaitAll(began);
        CompletableFuture<Answer> second =
                CompletableFuture.supplyAsync(() -> cache.get(key("a"), () -> parts(7, true)));
        goOn.countDown();
        assertThatThrownBy(first::join).hasCauseInstanceOf(RunCancelledException.class);
        assertThat(text(second.join())).contains("\"data\":7");
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
