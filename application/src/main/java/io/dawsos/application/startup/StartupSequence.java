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

    /** What a stage does; what it gives is closed at shutdown. */
    @FunctionalInterface
    public interface Stage {
        /** Starts the stage. */
        AutoCloseable start() throws Exception;
    }

    /** A stage that has run. */
    public record StageReport(String stage, long millis) {}

    /** Thrown when a stage fails; the message is one line. */
    public static final class StartupFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StartupFailedException(String stage, Throwable cause) {
            super(
                    "start failed at stage " + stage + ": "
                            + String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    cause);
        }
    }

    /** Runs the next stage. */
    public void run(String name, Stage stage) {
        long start = System.nanoTime();
        try {
            opened.push(new Opened(name, stage.start()));
        } catch (Exception e) {
            StartupFailedException failure = new StartupFailedException(name, e);
            closeAll().forEach(failure::addSuppressed);
            throw failure;
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        reports.add(new StageReport(name, millis));
        LOG.info("stage {} done in {} ms", name, millis);
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
