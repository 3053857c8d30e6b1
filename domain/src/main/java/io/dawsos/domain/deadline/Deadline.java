package io.dawsos.domain.deadline;

/** When a run must be over, and whether its caller still waits. Capabilities that loop ask it now and then. */
public interface Deadline {

    /** No deadline: nobody waits for the work, or somebody waits as long as it takes. */
    Deadline NEVER = new Deadline() {
        @Override
        public long remainingMillis() {
            return Long.MAX_VALUE;
        }

        @Override
        public void check() {}
    };

    /** Milliseconds that are left; 0 if the time is over. */
    long remainingMillis();

    /** @throws CancelledException if the time is over or the caller went away */
    void check();

    /** Thrown when a run is to stop: not a failure of what was running. */
    final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason {@code deadline} or {@code client_gone} */
        public CancelledException(String reason) {
            super(reason);
        }
    }
}
