package io.dawsos.web.ui;

import java.math.BigDecimal;

/**
 * A figure as a page shows it: a number, or why there is none and what would mend that.
 *
 * @param text empty if the figure is missing
 * @param sign -1, 0 or 1; what is negative is marked
 * @param link where the number is taken apart; empty if it is not computed
 * @param sorting the plain number, by which tables sort
 * @param reason why it is missing; empty if it is not
 * @param fix what would mend that
 */
record Shown(String text, int sign, String link, String sorting, String reason, String fix) {

    static Shown number(String text, BigDecimal value, String link) {
        return new Shown(text, value.signum(), link, value.toPlainString(), "", "");
    }

    static Shown text(String text) {
        return new Shown(text, 0, "", text, "", "");
    }

    static Shown missing(String reason, String fix) {
        return new Shown("", 0, "", "", reason, fix);
    }

    boolean isMissing() {
        return !reason.isEmpty();
    }

    /** The class of style of the sign. */
    String tone() {
        return sign < 0 ? "negative" : sign > 0 ? "positive" : "zero";
    }
}
