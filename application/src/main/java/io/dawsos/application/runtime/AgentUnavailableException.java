package io.dawsos.application.runtime;

import io.dawsos.domain.figure.Unavailable;

/** Thrown inside of the runtime when an agent gives nothing by no fault of the store: the step is unavailable, the run goes on. */
final class AgentUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unavailable reason;

    AgentUnavailableException(Unavailable reason) {
        super(reason.message());
        this.reason = reason;
    }

    Unavailable reason() {
        return reason;
    }
}
