package io.dawsos.application.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.identity.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers under the identities that they are functions of; bounded by their size. An answer that is asked for by many at once is
 * computed by the first of them, and the others wait for it, outside of any lock of the cache.
 */
final class AnswerCache {

    private static final int OVERHEAD = 512;

    private final Optional<Cache<Key, Answer>> cache;
    private final Map<Key, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long one waits for an answer that another computes */
    AnswerCache(long bytes, Duration patience) {
        this.patience = patience;
        this.cache = bytes == 0
                ? Optional.empty()
                : Optional.of(Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Key key, Answer answer) -> answer.json().length + OVERHEAD)
                        .build());
    }

    /** All that a pure run's answer depends on. */
    record Key(
            UserId user, String patternHash, String view, String inputs, String pack, String portfolio, String head) {}

    /** The kept answer of a run; empty if there is none, or none is kept. */
    Optional<Answer> known(Key key) {
        return cache.map(answers -> answers.getIfPresent(key));
    }

    /** Keeps an answer, if it lasts. */
    void keep(Key key, AnswerWriter.Parts parts) {
        if (parts.lasting()) {
            cache.ifPresent(answers -> answers.put(key, parts.toAnswer(true)));
        }
    }

    /** The answer that a computation gave: fresh for the one who computed it, a hit for all others. */
    Answer get(Key key, Supplier<AnswerWriter.Parts> computation) {
        if (cache.isEmpty()) {
            return computation.get().toAnswer(false);
        }
        while (true) {
            Optional<Answer> known = known(key);
            if (known.isPresent()) {
                return known.get();
            }
            CompletableFuture<Answer> mine = new CompletableFuture<>();
            CompletableFuture<Answer> first = underWay.putIfAbsent(key, mine);
            if (first == null) {
                return compute(key, computation, mine);
            }
            Optional<Answer> others = await(first);
            if (others.isPresent()) {
                return others.get();
            }
        }
    }

    private Answer compute(Key key, Supplier<AnswerWriter.Parts> computation, CompletableFuture<Answer> mine) {
        try {
            AnswerWriter.Parts parts = computation.get();
            keep(key, parts);
            mine.complete(parts.toAnswer(true));
            return parts.toAnswer(false);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    /** Waits for another's computation; empty if that one gave up for reasons of its own. */
    private Optional<Answer> await(CompletableFuture<Answer> first) {
        try {
            return Optional.of(first.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunCancelledException) {
                return Optional.empty();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a run ended with an error", e.getCause());
        } catch (TimeoutException e) {
            throw new RunRefusedException("deadline_exceeded", "the run did not end in time", 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunRefusedException("interrupted", "the server is stopping", 5);
        }
    }
}
