package io.dawsos.domain.execution;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.PortfolioId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only log of runs; each belongs to the user in whose name it ran. */
public interface ExecutionLog {

    /** Adds runs, all or none. Only a scope of the system may add. */
    void append(AccessScope scope, List<ExecutionRecord> records);

    /** Finds a run; another user's does not exist. */
    Optional<ExecutionRecord> find(AccessScope scope, UUID id);

    /**
     * Gives a user's runs, newest first.
     *
     * @param before only runs that began before this one; empty for the newest
     * @param limit at most so many
     */
    List<ExecutionRecord> page(AccessScope scope, Filter filter, Optional<Position> before, int limit);

    /** Which runs are wanted; each empty part lets all pass. */
    record Filter(Optional<String> pattern, Optional<String> outcome, Optional<PortfolioId> portfolio) {}

    /** The place of a run in the order of pages. */
    record Position(Instant startedAt, UUID id) {}
}
