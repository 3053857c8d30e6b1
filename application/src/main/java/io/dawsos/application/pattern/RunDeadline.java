package io.dawsos.application.pattern;

import io.dawsos.domain.capability.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The deadline of one run, on the monotonic clock of the machine; it decides whether a run goes on, never what it answers. */
final class RunDeadline implements Deadline {

    private final long end;
    private volatile boolean cancelled;

    RunDeadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public long remainingMillis() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    @Override
    public void check() {
        if (cancelled) {
            throw new CancelledException("client_gone");
        }
        if (remainingMillis() == 0) {
            throw new CancelledException("deadline");
        }
    }

    void cancel() {
        cancelled = true;
    }
}
