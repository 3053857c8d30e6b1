package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Suspicions that prices and the splits of a ledger do not belong together.
 *
 * <p>Prices are raw, so a split of n for 1 divides the price by n on its date. Where a price jumps by the ratio of a usual split
 * and the ledger has no split, one may be missing; where the ledger has a split and the price does not jump, the prices may have
 * been adjusted for it. A jump counts as the ratio if it is within 5 % of it, about the largest usual move of a day.
 */
public final class PriceBasis {

    private static final double[] USUAL = {1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100};
    private static final double NEAR = 0.05;
    private static final int LONGEST_GAP = 10;

    private PriceBasis() {}

    /** What is suspected. */
    public enum Kind {
        /** A price jumped by the ratio of a split that the ledger does not have. */
        SPLIT_MISSING,
        /** The ledger has a split that the prices do not show. */
        PRICES_ADJUSTED
    }

    /**
     * A suspicion.
     *
     * @param date of the price after the jump, or of the split
     * @param ratio new units for one old unit, as the price or the ledger says
     */
    public record Suspicion(Kind kind, LocalDate date, double ratio) {}

    /**
     * Looks at the prices of one security.
     *
     * @param prices raw
     * @param splits of the ledger, of this security
     * @param from the first date that matters, such as that of the first purchase
     * @param to the last date that matters
     */
    public static List<Suspicion> of(
            ObservationSeries prices, List<Transaction.Split> splits, LocalDate from, LocalDate to) {
        List<Suspicion> suspicions = new ArrayList<>();
        for (int i = 1; i < prices.size(); i++) {
            LocalDate before = prices.date(i - 1);
            LocalDate after = prices.date(i);
            boolean comparable =
                    prices.day(i) - prices.day(i - 1) <= LONGEST_GAP && prices.value(i) > 0 && prices.value(i - 1) > 0;
            if (!comparable || before.isBefore(from) || after.isAfter(to)) {
                continue;
            }
            double jump = prices.value(i - 1) / prices.value(i);
            double stated = ratio(splits, before, after);
            if (stated == 1 && isUsual(jump)) {
                suspicions.add(new Suspicion(Kind.SPLIT_MISSING, after, jump));
            } else if (stated != 1 && !near(jump, stated) && near(jump, 1)) {
                suspicions.add(new Suspicion(Kind.PRICES_ADJUSTED, after, stated));
            }
        }
        return suspicions;
    }

    private static double ratio(List<Transaction.Split> splits, LocalDate before, LocalDate after) {
        double ratio = 1;
        for (Transaction.Split split : splits) {
            if (split.date().isAfter(before) && !split.date().isAfter(after)) {
                ratio *= split.newUnits().doubleValue() / split.oldUnits().doubleValue();
            }
        }
        return ratio;
    }

    private static boolean isUsual(double jump) {
        for (double ratio : USUAL) {
            if (near(jump, ratio) || near(1 / jump, ratio)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(double found, double expected) {
        return Math.abs(found / expected - 1) <= NEAR;
    }
}
