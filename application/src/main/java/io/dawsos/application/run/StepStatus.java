package io.dawsos.application.run;

import java.util.Locale;

/** How a step ended. */
public enum StepStatus {
    /** It made its result. */
    SUCCEEDED,
    /** What it needs can't be known, or could not be served now. */
    UNAVAILABLE,
    /** Its condition was false, or it needs a step that was skipped. */
    SKIPPED,
    /** A fault: a bug of the program, a condition that can't be evaluated, a value that a step does not allow. */
    FAILED,
    /** The run was stopped first. */
    CANCELLED;

    /** The name in traces. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
