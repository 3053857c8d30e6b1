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
            case REST_CLOSED ->
                "on " + date + " a rest of " + quantity.toPlainString() + " units of " + symbol
                        + " was taken for a rounding and closed";
        };
    }
}
