package io.dawsos.web.authentication;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after ten wrong passwords within a minute under one key, which names an address and a user, further tries wait.
 * Nobody can lock a user out from another address.
 */
public final class LoginThrottle {

    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(Instant since, int count) {}

    @Inject
    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Seconds to wait before the next try; 0 if it may come now. */
    public synchronized long waitSeconds(String key) {
        Failures found = failures.get(key);
        if (found == null || found.count() < TRIES) {
            return 0;
        }
        long left =
                Duration.between(clock.instant(), found.since().plus(WINDOW)).toSeconds();
        return Math.max(0, left);
    }

    /** Counts a wrong password. */
    public synchronized void failed(String key) {
        Instant now = clock.instant();
        Failures before = failures.remove(key);
        Failures after = before != null && before.since().plus(WINDOW).isAfter(now)
                ? new Failures(before.since(), before.count() + 1)
                : new Failures(now, 1);
        failures.put(key, after);
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** Forgets the wrong passwords of who logged in. */
    public synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
