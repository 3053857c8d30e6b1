package io.dawsos.application.pattern;

import io.dawsos.domain.capability.RequestContext;

/** The values of no run: constants are all that can be evaluated on it. */
enum NoValues implements RunValues {
    INSTANCE;

    @Override
    public Value input(String name) {
        throw new IllegalStateException("not in a run");
    }

    @Override
    public RequestContext context() {
        throw new IllegalStateException("not in a run");
    }

    @Override
    public Value step(int index) {
        throw new IllegalStateException("not in a run");
    }
}
