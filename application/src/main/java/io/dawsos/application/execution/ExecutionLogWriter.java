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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes runs to the log in batches, behind the answers. The queue is bounded; while the store is lost and the queue is full,
 * entries of pure runs are dropped and counted, since a result can be computed again.
 */
public final class ExecutionLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionLogWriter.class);
    private static final AccessScope SCOPE = AccessScope.system("execution-log");
    private static final int QUEUE = 10_000;
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 200;

    private final ExecutionLog log;
    private final BlockingQueue<ExecutionRecord> queue = new ArrayBlockingQueue<>(QUEUE);
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
        if (!queue.offer(run)) {
            LOG.warn("the execution log is full; the entry of run {} is dropped", run.id());
        }
    }

    private void run() {
        List<ExecutionRecord> batch = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                ExecutionRecord first = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    log.append(SCOPE, batch);
                }
            } catch (InterruptedException e) {
                // Woken to close: go on until the queue is empty.
                continue;
            } catch (StoreUnavailableException e) {
                LOG.warn("{} runs could not be logged: {}", batch.size(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} runs could not be logged", batch.size(), e);
            }
            batch.clear();
        }
    }

    /** Writes what is left and ends. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
