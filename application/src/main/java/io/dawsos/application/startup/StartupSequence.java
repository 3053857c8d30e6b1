package io.dawsos.application.startup;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the stages of the one startup in order, each logged with its time. If a stage fails, the ones before it are closed in reverse
 * order and the failure is thrown with one line that says why. Closing runs the same way.
 */
public final class StartupSequence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartupSequence.class);

    private final List<StageReport> reports = new CopyOnWriteArrayList<>();
    private final Deque<Opened> opened = new ArrayDeque<>();

    private record Opened(String stage, AutoCloseable resource) {}

    /** What a stage does. */
    @FunctionalInterface
    public interface Stage<T> {
        /** Starts the stage, and gives what it started. */
        T start() throws Exception;
    }

    /** How what a stage started is closed. */
    @FunctionalInterface
    public interface Closing<T> {
        /** Closes it. */
        void close(T started) throws Exception;
    }

    /** A stage that has run. */
    public record StageReport(String stage, long millis) {}

    /** Thrown when a stage fails; the message is one line. */
    public static final class StartupFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StartupFailedException(String stage, Throwable cause) {
            super(
                    "start failed at stage " + stage + ": "
                            + String.valueOf(cause.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", "; "),
                    cause);
        }
    }

    /**
     * Runs the next stage.
     *
     * @throws StartupFailedException if it fails; all stages before it are closed then
     */
    public <T> T start(String name, Stage<T> stage, Closing<? super T> closing) {
        long start = System.nanoTime();
        T started;
        try {
            started = stage.start();
        } catch (Exception e) {
            StartupFailedException failure = new StartupFailedException(name, e);
            closeAll().forEach(failure::addSuppressed);
            throw failure;
        }
        opened.push(new Opened(name, () -> closing.close(started)));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        reports.add(new StageReport(name, millis));
        LOG.info("stage {} done in {} ms", name, millis);
        return started;
    }

    /** The stages that have run, in order. */
    public List<StageReport> reports() {
        return List.copyOf(reports);
    }

    @Override
    public void close() {
        closeAll().forEach(error -> LOG.error("a stage did not close", error));
    }

    private List<Exception> closeAll() {
        List<Exception> errors = new ArrayList<>();
        while (!opened.isEmpty()) {
            Opened next = opened.pop();
            try {
                next.resource().close();
            } catch (Exception e) {
                errors.add(e);
            }
        }
        return errors;
    }
}
