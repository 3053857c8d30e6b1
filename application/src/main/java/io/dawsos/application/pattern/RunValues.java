package io.dawsos.application.pattern;

import io.dawsos.domain.capability.RequestContext;

/** What the expressions of a compiled pattern read in a run. */
public interface RunValues {

    /** The validated input of a name; absent if it was not given and has no default. */
    Value input(String name);

    /** What the run is pinned to. */
    RequestContext context();

    /** The result record of a step that has ended, or why there is none. */
    Value step(int index);
}
