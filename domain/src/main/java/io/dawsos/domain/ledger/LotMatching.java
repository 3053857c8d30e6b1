package io.dawsos.domain.ledger;

/** Which open lots a disposal takes first. */
public enum LotMatching {
    /** The lot that was opened first. */
    FIFO,
    /** The lot that was opened last. */
    LIFO,
    /** The lot whose units cost most; the older one on a tie. */
    HIFO,
    /** No lot before another: all units of a security cost their average. */
    AVERAGE
}
