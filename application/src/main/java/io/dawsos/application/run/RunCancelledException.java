package io.dawsos.application.run;

/** Thrown to those who wait for a run that was cancelled. */
public final class RunCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunCancelledException() {
        super("the run was cancelled");
    }
}
