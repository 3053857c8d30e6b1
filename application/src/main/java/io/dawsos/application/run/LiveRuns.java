package io.dawsos.application.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.domain.identity.UserId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that are under way, and for some minutes those that were watched and are over. */
public final class LiveRuns {

    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final Cache<UUID, LiveRun> watched = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .maximumSize(2_000)
            .build();

    private record Running(UserId user, RunDeadline deadline) {}

    @Inject
    public LiveRuns() {}

    /** Notes a run that somebody waits for. */
    void begin(UUID id, UserId user, RunDeadline deadline) {
        running.put(id, new Running(user, deadline));
    }

    /** Forgets a run that is over. */
    void end(UUID id) {
        running.remove(id);
    }

    /** Notes a run that can be watched. */
    LiveRun watch(UUID id, UserId user, CompiledPattern pattern, RunDeadline deadline) {
        LiveRun run = new LiveRun(id, user, pattern);
        begin(id, user, deadline);
        watched.put(id, run);
        return run;
    }

    /** Finds a run that can be watched; another user's does not exist. */
    public Optional<LiveRun> find(UserId user, UUID id) {
        return Optional.ofNullable(watched.getIfPresent(id))
                .filter(run -> run.user().equals(user));
    }

    /**
     * Asks a run to stop: it does at its next look at its deadline.
     *
     * @return false if no such run of this user is under way
     */
    public boolean cancel(UserId user, UUID id) {
        Running run = running.get(id);
        if (run == null || !run.user().equals(user)) {
            return false;
        }
        run.deadline().cancel();
        return true;
    }
}
