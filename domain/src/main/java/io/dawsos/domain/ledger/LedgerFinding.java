package io.dawsos.domain.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something in a ledger that its owner should look at: the fold went on, and this is what it did not take for granted.
 *
 * @param transaction where it was seen
 * @param quantity the units it is about
 */
public record LedgerFinding(
        Kind kind, TransactionId transaction, LocalDate date, SecurityId security, BigDecimal quantity) {

    /** What was found. */
    public enum Kind {
        /** More units were sold or taken out than were held: the rest is an open short position. */
        OVERSOLD,
        /** Units came in without a stated cost: their gain can't be known. */
        COST_UNKNOWN,
        /** A split of a security that was not held: nothing to multiply. */
        SPLIT_WITHOUT_POSITION,
        /** A corporate action of a security that was not held: nothing to act on. */
        ACTION_WITHOUT_POSITION,
        /** A purchase that was to cover a short position came to more than was short: the rest is a long position. */
        COVERED_TOO_MUCH,
        /** A lot that was named for a sale is not open, or holds too little: other lots were used. */
        LOT_NOT_OPEN,
        /** A rest smaller than {@link LedgerFold#DUST} was closed with the units before it. */
        REST_CLOSED
    }

    /** One sentence for the owner, with the name by which they know the security. */
    public String sentence(String symbol) {
        return switch (kind) {
            case OVERSOLD ->
                "on " + date + " " + quantity.toPlainString() + " units more of " + symbol
                        + " left than were held; the position is short";
            case COST_UNKNOWN ->
                "on " + date + " " + quantity.toPlainString() + " units of " + symbol
                        + " came in without a stated cost; their gain can't be known";
            case SPLIT_WITHOUT_POSITION -> "on " + date + " " + symbol + " was split while none was held";
            case ACTION_WITHOUT_POSITION -> "on " + date + " " + symbol + " had a corporate action while none was held";
            case COVERED_TOO_MUCH ->
                "on " + date + " " + quantity.toPlainString() + " units more of " + symbol
                        + " were bought to cover than were short; the position is long";
            case LOT_NOT_OPEN ->
                "on " + date + " " + quantity.toPlainString() + " units of " + symbol
                        + " were to come from lots that are not open; others were used";
            case REST_CLOSED ->
                "on " + date + " a rest of " + quantity.toPlainString() + " units of " + symbol
                        + " was taken for a rounding and closed";
        };
    }
}
