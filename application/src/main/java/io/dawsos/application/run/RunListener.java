package io.dawsos.application.run;

import io.dawsos.application.pattern.Step;

/** Hears of the steps of a run, on the threads that run them; must be quick and never throw. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {
        @Override
        public void started(Step step) {}

        @Override
        public void ended(StepTrace step) {}
    };

    /** A step begins. */
    void started(Step step);

    /** A step has ended; also called for steps that never began. */
    void ended(StepTrace step);
}
