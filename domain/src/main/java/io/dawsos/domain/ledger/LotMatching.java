package io.dawsos.domain.ledger;

/** The rule that says which open lots a sale uses up. It is a parameter of the fold, never a property of the ledger. */
public enum LotMatching {
    /** The lot opened first goes first. */
    FIFO,
    /** The lot opened last goes first. */
    LIFO,
    /** The lot with the highest cost per unit goes first, the older one on a tie; lots of unknown cost go last. */
    HIFO,
    /**
     * All units of a security are one pool with one average cost. Units whose costs are in different currencies can't be
     * averaged: they make a pool each, and the pool opened first goes first.
     */
    AVERAGE
}
