package io.dawsos.application.pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.domain.identity.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers under the identities that they are functions of; bounded by their size, each computed once at a time. */
final class AnswerCache {

    private static final int OVERHEAD = 512;

    private final Optional<Cache<Key, Cached>> cache;

    AnswerCache(long bytes) {
        this.cache = bytes == 0
                ? Optional.empty()
                : Optional.of(Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Key key, Cached answer) -> answer.hit().json().length + OVERHEAD)
                        .build());
    }

    /** All that a pure run's answer depends on. */
    record Key(
            UserId user, String patternHash, String view, String inputs, String pack, String portfolio, String head) {}

    /** An answer as it is given again. */
    record Cached(Answer hit) {}

    /** The answer that a computation gave: fresh for the one who computed it, a hit for all others. */
    Answer get(Key key, Supplier<AnswerWriter.Parts> computation) {
        if (cache.isEmpty()) {
            return computation.get().toAnswer(false);
        }
        Cached known = cache.get().getIfPresent(key);
        if (known != null) {
            return known.hit();
        }
        Computed computed = new Computed(computation);
        Cached answer = cache.get().get(key, computed::run);
        return computed.fresh()
                .orElseGet(() -> java.util.Objects.requireNonNull(answer).hit());
    }

    /** Runs at most once, on the thread that asked; remembers whether it did. */
    private static final class Computed {
        private final Supplier<AnswerWriter.Parts> computation;
        private Optional<Answer> fresh = Optional.empty();

        Computed(Supplier<AnswerWriter.Parts> computation) {
            this.computation = computation;
        }

        /** Keeps nothing of a run in which a step could not be served. */
        @Nullable
        Cached run(Key key) {
            AnswerWriter.Parts parts = computation.get();
            fresh = Optional.of(parts.toAnswer(false));
            return parts.lasting() ? new Cached(parts.toAnswer(true)) : null;
        }

        Optional<Answer> fresh() {
            return fresh;
        }
    }
}
