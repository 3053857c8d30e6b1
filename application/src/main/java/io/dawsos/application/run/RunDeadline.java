package io.dawsos.application.run;

import io.dawsos.domain.deadline.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The deadline of one run, or of one step in it, on the monotonic clock; it decides whether a run goes on, never what it answers. */
final class RunDeadline implements Deadline {

    private final long end;
    private final BooleanSupplier cancelledOutside;
    private volatile boolean cancelled;

    RunDeadline(Duration time) {
        this(System.nanoTime() + time.toNanos(), () -> false);
    }

    private RunDeadline(long end, BooleanSupplier cancelledOutside) {
        this.end = end;
        this.cancelledOutside = cancelledOutside;
    }

    /** The deadline of a step that may take so long, and no longer than the run. */
    RunDeadline within(Duration time) {
        long stepEnd = System.nanoTime() + time.toNanos();
        return new RunDeadline(stepEnd - end < 0 ? stepEnd : end, this::cancelled);
    }

    @Override
    public long remainingMillis() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    @Override
    public void check() {
        if (cancelled()) {
            throw new CancelledException("client_gone");
        }
        if (over()) {
            throw new CancelledException("deadline");
        }
    }

    boolean over() {
        return end - System.nanoTime() <= 0;
    }

    boolean cancelled() {
        return cancelled || cancelledOutside.getAsBoolean();
    }

    void cancel() {
        cancelled = true;
    }
}
