package io.dawsos.domain.performance;

import java.util.Arrays;

/**
 * All continuous rates at which the present value of amounts is 0, proven complete by bounds on every stretch of rates. Rates that
 * differ by less than 1e-7 count as one, as does one at which the present value touches 0 without crossing it: doubles can't tell
 * them apart.
 */
final class RateRoots {

    private static final double SHORTEST = 1e-8;
    private static final double SAME = 1e-7;
    private static final double TOUCHES = 1e-13;
    private static final int STEPS = 200;

    private final ExponentialSum sum;
    private double[] found = new double[4];
    private int size;

    private RateRoots(ExponentialSum sum) {
        this.sum = sum;
    }

    /** The roots in ascending order. */
    static double[] of(CashFlows flows) {
        ExponentialSum sum = ExponentialSum.of(flows.years(), flows.amounts());
        if (sum.size() < 2) {
            return new double[0];
        }
        RateRoots above = new RateRoots(sum);
        above.search();
        RateRoots below = new RateRoots(sum.mirrored());
        below.search();
        double[] roots = new double[above.size + below.size + 1];
        int count = 0;
        for (int i = 0; i < below.size; i++) {
            roots[count++] = -below.found[i];
        }
        if (sum.zeroAtOrigin()) {
            roots[count++] = 0;
        }
        for (int i = 0; i < above.size; i++) {
            roots[count++] = above.found[i];
        }
        double[] ascending = Arrays.copyOf(roots, count);
        Arrays.sort(ascending);
        return ascending;
    }

    /** Walks from 0 upwards until no root can follow. */
    private void search() {
        double low = 0;
        double width = 0.25;
        int sign = sum.signBeyondOrigin();
        while (true) {
            int most = sum.mostRootsBeyond(low);
            if (most == 0 || (most == 1 && sign == sum.signAtInfinity())) {
                return;
            }
            if (most == 1) {
                onlyRootBeyond(low, sign);
                return;
            }
            double high = low + width;
            int signHigh = sum.sign(high);
            within(low, sum.weights(low), sign, high, sum.weights(high), signHigh);
            low = high;
            sign = signHigh;
            width *= 2;
        }
    }

    private void onlyRootBeyond(double low, int sign) {
        double width = 0.25;
        double from = low;
        while (sum.sign(from + width) == sign) {
            from += width;
            width *= 2;
        }
        keep(refine(from, sign, from + width));
    }

    private void within(double low, double[] atLow, int signLow, double high, double[] atHigh, int signHigh) {
        ExponentialSum.Bounds bounds = sum.between(atLow, atHigh);
        if (bounds.noRoot()) {
            return;
        }
        boolean crosses = signLow != signHigh;
        if (bounds.oneAtMost() || high - low < SHORTEST) {
            double middle = (low + high) / 2;
            if (crosses) {
                keep(refine(low, signLow, high));
            } else if (!bounds.oneAtMost() && Math.abs(sum.value(middle)) <= TOUCHES * bounds.size()) {
                keep(middle);
            }
            return;
        }
        double middle = (low + high) / 2;
        double[] atMiddle = sum.weights(middle);
        int sign = sum.sign(middle);
        within(low, atLow, signLow, middle, atMiddle, sign);
        within(middle, atMiddle, sign, high, atHigh, signHigh);
    }

    /** Newton's method kept inside a bracket. */
    private double refine(double low, int signLow, double high) {
        double from = low;
        double to = high;
        double at = (from + to) / 2;
        for (int i = 0; i < STEPS; i++) {
            ExponentialSum.Step step = sum.step(at);
            if (step.value() == 0) {
                return at;
            }
            if ((step.value() < 0 ? -1 : 1) == signLow) {
                from = at;
            } else {
                to = at;
            }
            double next = step.next() > from && step.next() < to ? step.next() : (from + to) / 2;
            if (Math.abs(next - at) <= 1e-16 + 2e-16 * at) {
                return next;
            }
            at = next;
        }
        return at;
    }

    /** Keeps a root unless it is the one that was found last, met again at the end of a stretch. */
    private void keep(double root) {
        if (size > 0 && root - found[size - 1] <= SAME) {
            return;
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = root;
    }
}
