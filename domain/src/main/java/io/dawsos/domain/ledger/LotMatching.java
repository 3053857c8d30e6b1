package io.dawsos.domain.ledger;

/** The rule that says which open lots a sale uses up. It is a parameter of the fold, never a property of the ledger. */
public enum LotMatching {
    /** The lot acquired first goes first. */
    FIFO,
    /** The lot acquired last goes first. */
    LIFO,
    /**
     * The lot with the highest cost per unit goes first, the older one on a tie. Costs of different currencies can't be
     * compared: the currency that was paid first goes first. Lots of unknown cost go last.
     */
    HIFO,
    /**
     * All units of a security are one pool with one average cost. Units whose costs are in different currencies can't be
     * averaged: they make a pool each, and the pool opened first goes first.
     */
    AVERAGE,
    /** The lots that the owner named for a sale go first; what they don't cover comes from the lot acquired first. */
    SPECIFIC,
    /**
     * The rules of the United Kingdom: purchases of the same day first, then those of the 30 days that follow, the earliest
     * first, then the pool of section 104 with its average cost.
     */
    SECTION_104;

    /** Whether units lose their own lot in a pool. */
    boolean pools() {
        return this == AVERAGE || this == SECTION_104;
    }
}
