package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;

/** Why figures over returns have no value. */
final class Undefined {

    private Undefined() {}

    static Unavailable tooFew(int found, int needed) {
        return new Unavailable(
                "too_few_returns",
                found + (found == 1 ? " return is" : " returns are") + " too few, at least " + needed + " are needed",
                "import more history, or ask for a longer window");
    }

    static Unavailable noVariation(String what) {
        return new Unavailable(
                "no_variation",
                what + " do not vary, so a ratio to their variation has no value",
                "ask for a window with price changes");
    }

    static Unavailable noShortfall() {
        return new Unavailable(
                "no_shortfall",
                "no return is below the target, so a ratio to shortfalls has no value",
                "ask for a longer window, or for a higher target");
    }

    static Unavailable noDrawdown() {
        return new Unavailable(
                "no_drawdown",
                "the return index never fell, so a ratio to its falls has no value",
                "ask for a longer window");
    }

    static Unavailable allLost() {
        return new Unavailable(
                "return_not_annualizable",
                "everything or more was lost, so that no return a year compounds to it",
                "look at the total return");
    }

    static Unavailable noPeriods(String which) {
        return new Unavailable(
                "no_" + which + "_periods",
                "the benchmark has no " + which + " period in the window",
                "ask for a longer window");
    }

    static Unavailable outOfRange() {
        return new Unavailable(
                "out_of_range", "the value is too large to be stated", "look at the returns that it is made of");
    }

    /** A value, or that it is too large to be stated. */
    static Figure<Double> finite(double value) {
        return finite(value, outOfRange());
    }

    /** A value, or the reason if it is not a number. */
    static Figure<Double> finite(double value, Unavailable why) {
        return Double.isFinite(value) ? Figure.known(value + 0.0) : Figure.missing(why);
    }
}
