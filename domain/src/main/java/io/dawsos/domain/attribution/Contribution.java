package io.dawsos.domain.attribution;

import io.dawsos.domain.attribution.CurrencyAttribution.SleeveParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each holding, or group of holdings, contributed to a time-weighted return: gains by the portfolio's return index over its value
 * where they were made (Frongello 2002), so that they sum to the linked return.
 *
 * @param lines in the order of their names
 * @param total the sum of the lines
 * @param twr the time-weighted return, computed on its own
 * @param residual the return less the total
 */
public record Contribution(List<Line> lines, double total, double twr, double residual) {

    /** The name of the method. */
    public static final String METHOD =
            "gains of each stretch without flows over the portfolio's value, linked by the return index (Frongello 2002)";

    public Contribution {
        lines = List.copyOf(lines);
    }

    /**
     * One holding or group.
     *
     * @param name such as a sector
     * @param contribution its part of the return
     * @param weight its share of the portfolio's value where the window opens
     * @param holdings how many holdings it is made of
     */
    public record Line(String name, double contribution, double weight, int holdings) {

        private Line plus(Line other) {
            return new Line(name, contribution + other.contribution, weight + other.weight, holdings + other.holdings);
        }
    }

    /**
     * Sums the contributions of a window by group.
     *
     * @param group names the group of a holding: its security, sector or currency
     */
    public static Contribution of(CurrencyAttribution split, Function<SleeveParts, String> group) {
        Map<String, Line> lines = new TreeMap<>();
        for (SleeveParts sleeve : split.bySleeve()) {
            String name = group.apply(sleeve);
            lines.merge(name, new Line(name, sleeve.parts().total(), sleeve.weight(), 1), Line::plus);
        }
        double total = 0;
        for (Line line : lines.values()) {
            total += line.contribution();
        }
        return new Contribution(new ArrayList<>(lines.values()), total, split.twr(), split.twr() - total);
    }
}
