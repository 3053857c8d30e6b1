package io.dawsos.domain.ledger;

import java.util.Comparator;

/** The orders in which open lots are used up. */
final class LotOrder {

    private static final Comparator<OpenLot> OLDEST =
            Comparator.comparing(OpenLot::acquired).thenComparingLong(OpenLot::order);

    private static final Comparator<OpenLot> DEAREST = Comparator.comparingInt(OpenLot::costRank)
            .thenComparing(OpenLot::unitCost, Comparator.reverseOrder())
            .thenComparing(OLDEST);

    private LotOrder() {}

    /** The order of a rule. */
    static Comparator<OpenLot> of(LotMatching matching) {
        return switch (matching) {
            case FIFO, SPECIFIC -> OLDEST;
            case LIFO -> OLDEST.reversed();
            case HIFO -> DEAREST;
            case AVERAGE, SECTION_104 -> Comparator.comparingLong(OpenLot::order);
        };
    }

    /** The order in which lots are listed. */
    static Comparator<OpenLot> listed() {
        return OLDEST;
    }
}
