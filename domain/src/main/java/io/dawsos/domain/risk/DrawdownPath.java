package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.statistics.Moments;
import io.dawsos.domain.statistics.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How far a return index is below its highest value, period by period, as positive fractions. The index begins at 1 before the first
 * return, which is the first peak.
 */
public final class DrawdownPath {

    private final double[] falls;

    private DrawdownPath(double[] falls) {
        this.falls = falls;
    }

    /** Falls of the compounded index, in parts of the peak; missing if there is no return. */
    public static Figure<DrawdownPath> of(double[] returns) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        double[] falls = new double[returns.length];
        double level = 1;
        double peak = 1;
        for (int i = 0; i < returns.length; i++) {
            level *= 1 + returns[i];
            peak = Math.max(peak, level);
            falls[i] = 1 - level / peak;
        }
        return finite(new DrawdownPath(falls));
    }

    /**
     * Falls of the running sum of the returns from its highest value.
     *
     * @param fromStart whether the sum's peak begins at 0, before the first return, or at the first return
     */
    public static Figure<DrawdownPath> ofSums(double[] returns, boolean fromStart) {
        if (returns.length == 0) {
            return Figure.missing(Undefined.tooFew(0, 1));
        }
        double[] falls = new double[returns.length];
        double sum = 0;
        double peak = fromStart ? 0 : returns[0];
        for (int i = 0; i < returns.length; i++) {
            sum += returns[i];
            peak = Math.max(peak, sum);
            falls[i] = peak - sum;
        }
        return finite(new DrawdownPath(falls));
    }

    private static Figure<DrawdownPath> finite(DrawdownPath path) {
        return Double.isFinite(path.ulcerIndex()) ? Figure.known(path) : Figure.missing(Undefined.outOfRange());
    }

    /** The falls at the end of each period; a copy. */
    public double[] falls() {
        return falls.clone();
    }

    /** The greatest fall. */
    public double maximum() {
        double greatest = 0;
        for (double fall : falls) {
            greatest = Math.max(greatest, fall);
        }
        return greatest;
    }

    /** The mean fall over all periods. */
    public double painIndex() {
        return Moments.mean(falls);
    }

    /** The root of the mean squared fall over all periods. */
    public double ulcerIndex() {
        double squares = 0;
        for (double fall : falls) {
            squares += fall * fall;
        }
        return StrictMath.sqrt(squares / falls.length);
    }

    /** The fall of rank {@code ceil(n (1 - confidence))} from the greatest. */
    public double atRisk(double confidence) {
        return 0.0 - Quantiles.of(negated()).ranked(1 - confidence);
    }

    /** The mean of the greatest {@code n (1 - confidence)} falls, the last of them counted in part (Chekhlov, Uryasev, Zabarankin 2005). */
    public double conditionalAtRisk(double confidence) {
        return 0.0 - Quantiles.of(negated()).meanOfShare(1 - confidence);
    }

    private double[] negated() {
        double[] negated = new double[falls.length];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -falls[i];
        }
        return negated;
    }

    /** The falls from one peak to its recovery, the oldest first. */
    public List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        int from = -1;
        int trough = -1;
        for (int i = 0; i < falls.length; i++) {
            if (falls[i] > 0) {
                if (from < 0) {
                    from = i;
                    trough = i;
                } else if (falls[i] > falls[trough]) {
                    trough = i;
                }
            } else if (from >= 0) {
                episodes.add(new Episode(falls[trough], from, trough, OptionalInt.of(i)));
                from = -1;
            }
        }
        if (from >= 0) {
            episodes.add(new Episode(falls[trough], from, trough, OptionalInt.empty()));
        }
        return episodes;
    }

    /** The mean of the depths of all falls; 0 if there is none. */
    public double averageDepth() {
        double sum = 0;
        List<Episode> episodes = episodes();
        for (Episode episode : episodes) {
            sum += episode.depth();
        }
        return episodes.isEmpty() ? 0 : sum / episodes.size();
    }

    /**
     * A fall from one peak to its recovery.
     *
     * @param depth a positive fraction
     * @param from index of the first period below the peak
     * @param trough index of the lowest period
     * @param recovery index of the period in which the peak was reached again; empty if it was not
     */
    public record Episode(double depth, int from, int trough, OptionalInt recovery) {}
}
