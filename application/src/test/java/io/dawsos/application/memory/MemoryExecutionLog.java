package io.dawsos.application.memory;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of runs in memory. */
final class MemoryExecutionLog implements ExecutionLog {

    private final MemoryStore store;

    @Inject
    MemoryExecutionLog(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(AccessScope scope, List<ExecutionRecord> records) {
        if (!(scope instanceof AccessScope.OfSystem)) {
            throw new IllegalArgumentException("only the system writes the log");
        }
        synchronized (store) {
            records.forEach(run -> store.executions.put(run.id(), run));
        }
    }

    @Override
    public Optional<ExecutionRecord> find(AccessScope scope, UUID id) {
        synchronized (store) {
            return Optional.ofNullable(store.executions.get(id)).filter(run -> store.sees(scope, run.user()));
        }
    }

    @Override
    public List<ExecutionRecord> page(AccessScope scope, Filter filter, Optional<Position> before, int limit) {
        Comparator<ExecutionRecord> order = Comparator.comparing(ExecutionRecord::startedAt)
                .thenComparing(run -> run.id().toString());
        synchronized (store) {
            return store.executions.values().stream()
                    .filter(run -> store.sees(scope, run.user()))
                    .filter(run ->
                            filter.pattern().isEmpty() || filter.pattern().get().equals(run.pattern()))
                    .filter(run ->
                            filter.outcome().isEmpty() || filter.outcome().get().equals(run.outcome()))
                    .filter(run ->
                            filter.portfolio().isEmpty() || filter.portfolio().equals(run.portfolio()))
                    .filter(run -> before.isEmpty() || isBefore(run, before.get()))
                    .sorted(order.reversed())
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean isBefore(ExecutionRecord run, Position position) {
        int time = run.startedAt().compareTo(position.startedAt());
        return time < 0
                || (time == 0 && run.id().toString().compareTo(position.id().toString()) < 0);
    }
}
