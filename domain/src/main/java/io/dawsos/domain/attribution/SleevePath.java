package io.dawsos.domain.attribution;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.performance.Sleeve;
import java.util.function.BiConsumer;

/**
 * The way of one holding through a window, cut where something flows: whole stretches without flows, and single days with.
 */
final class SleevePath {

    private static final Unavailable OWED = new Unavailable(
            "holding_not_positive",
            "the holding was sold short or owed for a part of the window, so it has no return of its own",
            "see its contribution to the portfolio's return");

    private final Sleeve sleeve;
    private final LinkingScale scale;
    private final BiConsumer<Piece, Parts> recorder;
    private Parts contribution = Parts.NONE;
    private double localIndex = 1;
    private double baseIndex = 1;
    private boolean held;
    private boolean owed;

    SleevePath(Sleeve sleeve, LinkingScale scale) {
        this(sleeve, scale, (piece, parts) -> {});
    }

    /** @param recorder hears of each piece of the way with what it contributed */
    SleevePath(Sleeve sleeve, LinkingScale scale, BiConsumer<Piece, Parts> recorder) {
        this.sleeve = sleeve;
        this.scale = scale;
        this.recorder = recorder;
    }

    /**
     * A piece of the way.
     *
     * @param from the day at whose end it begins
     * @param to its last day
     * @param flows whether it is a single day with flows
     */
    record Piece(int from, int to, boolean flows) {}

    private void contribute(Piece piece, Parts parts) {
        contribution = contribution.plus(parts);
        recorder.accept(piece, parts);
    }

    /** Walks from the end of one day to the end of another; an opening of -1 is the start of the first day. */
    void walk(int opening, int last) {
        int from = opening;
        for (int day = opening + 1; day <= last; day++) {
            boolean moves = moves(day);
            if (moves || (from < day - 1 && scale.on(day) != scale.on(from + 1))) {
                stretch(from, day - 1);
                from = day - 1;
            }
            if (moves) {
                flowDay(day);
                from = day;
            }
        }
        stretch(from, last);
    }

    Parts contribution() {
        return contribution;
    }

    /** Says whether there ever was anything. */
    boolean wasHeld() {
        return held;
    }

    Figure<Parts> own() {
        if (owed) {
            return Figure.missing(OWED);
        }
        double local = localIndex - 1;
        return Figure.known(Parts.of(local, baseIndex / localIndex - 1));
    }

    private boolean moves(int day) {
        return sleeve.inflow(day) != 0
                || sleeve.outflow(day) != 0
                || (sleeve.value(day) == 0) != (valueBefore(day) == 0)
                || (sleeve.security().isEmpty() && sleeve.value(day) != valueBefore(day));
    }

    private double valueBefore(int day) {
        return day == 0 ? 0 : sleeve.value(day - 1);
    }

    /** Nothing flows: gain and rate act on what was there at the beginning. */
    private void stretch(int from, int to) {
        if (from < 0 || to <= from || (sleeve.value(from) == 0 && sleeve.value(to) == 0)) {
            return;
        }
        held = true;
        double before = sleeve.value(from);
        double gain = sleeve.value(to) - before;
        double rateBefore = sleeve.rate(from);
        double change = sleeve.rate(to) - rateBefore;
        contribute(
                new Piece(from, to, false),
                new Parts(gain * rateBefore, before * change, gain * change).times(scale.on(from + 1)));
        if (before > 0) {
            localIndex *= sleeve.value(to) / before;
            baseIndex *= sleeve.baseValue(to) / sleeve.baseValue(from);
        } else {
            owed = true;
        }
    }

    /** Something flows: it counts at the day's rate, so the rate's change acts on the opening value alone. */
    private void flowDay(int day) {
        held = true;
        double before = valueBefore(day);
        double rate = sleeve.rate(day);
        double rateBefore = before == 0 ? rate : sleeve.rate(day - 1);
        double baseBefore = before == 0 ? 0 : before * rateBefore;
        double gain = sleeve.baseValue(day) - baseBefore + sleeve.outflow(day) - sleeve.inflow(day);
        double fx = before == 0 ? 0 : before * (rate - rateBefore);
        double local = before == 0 ? gain : (gain - fx) * (rateBefore / rate);
        contribute(new Piece(day - 1, day, true), new Parts(local, fx, gain - fx - local).times(scale.on(day)));
        double baseDivisor = baseBefore + sleeve.inflow(day);
        if (baseDivisor > 0) {
            double baseGrowth = (sleeve.baseValue(day) + sleeve.outflow(day)) / baseDivisor;
            baseIndex *= baseGrowth;
            localIndex *= before == 0 ? baseGrowth : baseGrowth * baseDivisor / (before * rate + sleeve.inflow(day));
        } else if (gain != 0 || before != 0) {
            owed = true;
        }
    }
}
