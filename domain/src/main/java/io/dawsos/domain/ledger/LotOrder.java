package io.dawsos.domain.ledger;

import java.util.Comparator;

/** The orders in which open lots are used up. They are compared by the million, so they are written out. */
final class LotOrder {

    private static final Comparator<OpenLot> OLDEST = LotOrder::oldest;
    private static final Comparator<OpenLot> NEWEST = (one, other) -> oldest(other, one);
    private static final Comparator<OpenLot> DEAREST = LotOrder::dearest;
    private static final Comparator<OpenLot> FIRST_OPENED = (one, other) -> Long.compare(one.order(), other.order());

    private LotOrder() {}

    /** The order of a rule. */
    static Comparator<OpenLot> of(LotMatching matching) {
        return switch (matching) {
            case FIFO, SPECIFIC -> OLDEST;
            case LIFO -> NEWEST;
            case HIFO -> DEAREST;
            case AVERAGE, SECTION_104 -> FIRST_OPENED;
        };
    }

    /** The order in which lots are listed. */
    static Comparator<OpenLot> listed() {
        return OLDEST;
    }

    private static int oldest(OpenLot one, OpenLot other) {
        int byDay = Long.compare(one.day(), other.day());
        return byDay != 0 ? byDay : Long.compare(one.order(), other.order());
    }

    private static int dearest(OpenLot one, OpenLot other) {
        int byCurrency = Integer.compare(one.costRank(), other.costRank());
        if (byCurrency != 0) {
            return byCurrency;
        }
        int byCost = other.unitCost().compareTo(one.unitCost());
        return byCost != 0 ? byCost : oldest(one, other);
    }
}
