package io.dawsos.application.execution;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.identity.AccessScope;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes runs to the log in batches, behind the answers. The queue is bounded: while the store is lost entries wait, and
 * when the queue is full those of further pure runs are dropped and logged, since a result can be computed again.
 */
public final class ExecutionLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionLogWriter.class);
    private static final AccessScope SCOPE = AccessScope.system("execution-log");
    private static final int QUEUE = 10_000;
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 200;
    private static final int LAST_TRIES = 10;
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ExecutionLog log;
    private final BlockingQueue<ExecutionRecord> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong accepted = new AtomicLong();
    private final Object progress = new Object();
    private long settled;
    private final Thread thread;
    private volatile boolean closing;

    /** Starts the writer's thread. */
    @Inject
    public ExecutionLogWriter(ExecutionLog log) {
        this.log = log;
        this.thread = new Thread(this::run, "execution-log");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a run to be written soon. */
    public void record(ExecutionRecord run) {
        if (queue.offer(run)) {
            accepted.incrementAndGet();
        } else {
            LOG.warn("the execution log is full; the entry of run {} is dropped", run.id());
        }
    }

    /**
     * Writes a run that can't be had again, before it is answered.
     *
     * @throws StoreUnavailableException if the store can't take it
     */
    public void recordNow(ExecutionRecord run) {
        log.append(SCOPE, List.of(run));
    }

    /** Waits a moment until all runs that were taken are written, so that who asks for them finds them. */
    public void flush() {
        long goal = accepted.get();
        long end = System.nanoTime() + FLUSH_NANOS;
        synchronized (progress) {
            while (settled < goal && System.nanoTime() < end) {
                try {
                    progress.wait(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void settle(int runs) {
        synchronized (progress) {
            settled += runs;
            progress.notifyAll();
        }
    }

    private void run() {
        List<ExecutionRecord> batch = new ArrayList<>();
        int refusals = 0;
        while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
            try {
                if (refusals == 0) {
                    gather(batch);
                } else {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the writer of the log", e);
            }
            if (batch.isEmpty() || write(batch, refusals)) {
                settle(batch.size());
                batch.clear();
                refusals = 0;
            } else if (closing && ++refusals > LAST_TRIES) {
                LOG.error(
                        "{} runs are not logged: the store is lost and the program ends", batch.size() + queue.size());
                return;
            } else {
                refusals++;
            }
        }
    }

    /** Waits a moment for entries, so that those of a moment are written together. */
    private void gather(List<ExecutionRecord> batch) throws InterruptedException {
        ExecutionRecord first = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
    }

    /** Writes a batch; false if the store can't take it now and it is to be tried again. */
    private boolean write(List<ExecutionRecord> batch, int refusals) {
        try {
            log.append(SCOPE, batch);
            if (refusals > 0) {
                LOG.info("runs are logged again");
            }
            return true;
        } catch (StoreUnavailableException e) {
            if (refusals == 0) {
                LOG.warn("runs can't be logged now, and wait: {}", e.getMessage());
            }
            return false;
        } catch (RuntimeException e) {
            LOG.error("{} runs could not be logged", batch.size(), e);
            return true;
        }
    }

    /** Writes what is left, if the store takes it, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
