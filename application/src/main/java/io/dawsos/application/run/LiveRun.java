package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Step;
import io.dawsos.domain.identity.UserId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A run that is under way, or was a moment ago: its events in order, and its answer. The last event is always
 * {@code run-finished}.
 */
public final class LiveRun implements RunListener {

    private static final JsonFactory JSON = new JsonFactory();

    private final UUID id;
    private final UserId user;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Event> events = new ArrayList<>();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    LiveRun(UUID id, UserId user, CompiledPattern pattern) {
        this.id = id;
        this.user = user;
        add("run-started", json -> {
            json.writeStringProperty("execution_id", id.toString());
            json.writeStringProperty("pattern", pattern.id());
            json.writeStringProperty("pattern_version", pattern.version());
            json.writeName("steps");
            json.writeStartArray();
            pattern.steps().forEach(step -> json.writeString(step.name()));
            json.writeEndArray();
        });
    }

    /**
     * Something that happened in the run.
     *
     * @param id 1 for the first, and one more for each further one
     * @param name such as {@code step-finished}
     * @param json its data
     */
    public record Event(long id, String name, String json) {}

    /** The execution's id. */
    public UUID id() {
        return id;
    }

    UserId user() {
        return user;
    }

    /** The answer; empty while the run is under way, or if it failed. */
    public Optional<Answer> answer() {
        lock.lock();
        try {
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** What stopped the run; empty if nothing did. */
    public Optional<Throwable> failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the last event is there. */
    public boolean over() {
        lock.lock();
        try {
            return isOver();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        return answer.isPresent() || failure.isPresent();
    }

    /** The events after one of an id, as far as they are there. */
    public List<Event> eventsAfter(long last) {
        lock.lock();
        try {
            return List.copyOf(events.subList((int) Math.max(0, Math.min(last, events.size())), events.size()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for events after one of an id.
     *
     * @return the events; none if nothing happened in that time, or the run is over and all are known
     */
    public List<Event> awaitAfter(long last, long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (events.size() <= last && !isOver() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return eventsAfter(last);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void started(Step step) {
        add("step-started", json -> {
            json.writeStringProperty("step", step.name());
            json.writeStringProperty("capability", step.capability().name().value());
        });
    }

    @Override
    public void ended(StepTrace trace) {
        add(trace.status() == StepStatus.SKIPPED ? "step-skipped" : "step-finished", json -> {
            json.writeName("step");
            new TraceWriter(json).step(trace);
        });
    }

    void finish(Answer made) {
        finish(Optional.of(made), Optional.empty(), json -> {
            json.writeStringProperty("execution_id", id.toString());
            json.writeStringProperty("result_hash", made.resultHash());
            json.writeName("answer");
            json.writeRawValue(new String(made.json(), StandardCharsets.UTF_8));
        });
    }

    void fail(Throwable error) {
        finish(Optional.empty(), Optional.of(error), json -> {
            json.writeStringProperty("execution_id", id.toString());
            json.writeStringProperty("status", error instanceof RunCancelledException ? "cancelled" : "failed");
        });
    }

    private void finish(Optional<Answer> made, Optional<Throwable> error, Consumer<JsonGenerator> content) {
        lock.lock();
        try {
            if (!isOver()) {
                answer = made;
                failure = error;
                add("run-finished", content);
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(String name, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        lock.lock();
        try {
            events.add(new Event(events.size() + 1L, name, out.toString(StandardCharsets.UTF_8)));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
