package io.dawsos.application.memory;

import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import jakarta.inject.Inject;
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
}
