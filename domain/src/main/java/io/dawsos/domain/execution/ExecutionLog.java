package io.dawsos.domain.execution;

import io.dawsos.domain.identity.AccessScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only log of runs; each belongs to the user in whose name it ran. */
public interface ExecutionLog {

    /** Adds runs, all or none. Only a scope of the system may add. */
    void append(AccessScope scope, List<ExecutionRecord> records);

    /** Finds a run; another user's does not exist. */
    Optional<ExecutionRecord> find(AccessScope scope, UUID id);
}
